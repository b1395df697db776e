/** What only the Chinese text says beside the one thing that both say: the cause, or what to do about it. */
import { splitClauses } from './clauses.ts';
import type { TextPair } from './rules/rule.ts';

/** What is wrong or has happened. */
const states = {
  english:
    /\b(?:already|ha[sd]|have|been|is|are|not?|cannot|reach\w*|exist\w*|fail\w*|exceed\w*|invalid|incorrect|error|if|when)\b/iu,
  chinese: /已(?:经|存在|达|满|过期|部署|创建)|失败|不存在|没有|无法/u,
};
/** What to do, or what must be. */
const advises = {
  english:
    /\b(?:contact|try|check|please|retry|ensure|sure|submit|should|recommend\w*|must|need\w*|see|refer|before|first)\b|[.;:!]\s/iu,
  chinese:
    /[请若]|检查|确[认保]|如果|时[，,]|避免|建议|需|联系|更换|修改|使用|必须|应该|可以?直接|只能|不[能可要得]|尝试|参[考见照]/u,
};
/** 请检查 says nothing. */
const startsAdvice = /^(?:请(?!求)|联系|建议)[^\p{P}\s]{3}/u;

/**
 * Returns the clauses of a Chinese text that say what is wrong where the English solution only says what to
 * do, or what to do where the English description, of one sentence, only says what is wrong.
 *
 * @example findCauseOrAdvice({ field: 'solution', left: 'Select another one.', right: '该模板已经存在，请重新选择。', … })
 *   // => ['该模板已经存在，']
 */
export function findCauseOrAdvice({ field, left, right }: TextPair): string[] {
  const [first = '', ...others] = splitClauses(right);
  if (field === 'solution') {
    const isCause = states.chinese.test(first) && !advises.chinese.test(first);
    return isCause && !states.english.test(left) ? [first] : [];
  }
  return advises.english.test(left) ? [] : others.filter((clause) => startsAdvice.test(clause));
}
