/** A ranked code → a result with its reasons, and what speaks against it where another came first. */
import type { Lang } from '../../scripts/ingest/model.ts';
import type { PreparedIndex } from './prepare-index.ts';
import type { CaseEvidence, RankedCode } from './rank-codes.ts';
import type { Evidence } from './read-evidence.ts';
import type { MessageMatch, Objection, Reason, Result } from './result.ts';

/**
 * Put a ranked code into words that are data.
 *
 * @param first The best code, unless this is it.
 * @param lang The reader's language.
 */
export function explain(
  ranked: RankedCode,
  first: RankedCode | undefined,
  evidence: Evidence,
  index: PreparedIndex,
  lang: Lang,
): Result {
  const { catalog = '', code = '', slug = '' } = index.codes[ranked.code] ?? {};
  const { best, decided, match, score } = ranked;
  const id = decided && best ? index.cases[best.case]?.id : undefined;
  const whyNot = findObjections(ranked, first, evidence, index);
  return {
    catalog,
    code,
    slug,
    ...(id !== undefined && { case: id }),
    match,
    because: findReasons(ranked, index, lang),
    ...(whyNot.length > 0 && { whyNot }),
    score: Math.round(score * 100) / 100,
  };
}

function findReasons({ mention, best }: RankedCode, index: PreparedIndex, lang: Lang): Reason[] {
  const reasons: Reason[] = [];
  if (mention) {
    const { how, spelled, where } = mention;
    reasons.push({ kind: 'code', code: index.codes[mention.code]?.code ?? '', spelled, how, in: where });
  }
  if (best?.status) {
    const { status, where, earlier } = best.status;
    reasons.push({ kind: 'status', status, in: where, earlier });
  }
  if (best) reasons.push(...wordReasons(best, index, lang));
  return reasons;
}

/** Similar words are a reason only if nothing better is known. */
const worthSaying = 0.3;

function wordReasons(best: CaseEvidence, index: PreparedIndex, lang: Lang): Reason[] {
  const reasons: Reason[] = [];
  for (const found of [best.message, best.text]) {
    if (found) reasons.push(...reasonOf(found.phrase, found.how, 1, index, lang));
  }
  if (reasons.length === 0 && best.likeness && best.likeness.score >= worthSaying) {
    const { phrase, together } = best.likeness;
    reasons.push(...reasonOf(phrase, 'similar', Math.round(together * 100) / 100, index, lang));
  }
  return reasons;
}

function reasonOf(at: number, how: MessageMatch, score: number, index: PreparedIndex, _lang: Lang): Reason[] {
  const phrase = index.phrases[at];
  if (!phrase || phrase.field === 'code') return [];
  const { text, field } = phrase;
  if (field === 'message') return [{ kind: 'message', message: text, how, score }];
  return [{ kind: 'text', field, text, lang: phrase.han > 0 ? 'zh-CN' : 'en', how, score }];
}

function findObjections(
  { best, mention }: RankedCode,
  first: RankedCode | undefined,
  { foreign, statuses }: Evidence,
  index: PreparedIndex,
): Objection[] {
  const objections: Objection[] = [];
  if (foreign[0] && mention?.match !== 'exact') objections.push({ kind: 'unknownCode', code: foreign[0].code });
  if (first?.mention?.match === 'exact' && mention?.match !== 'exact') {
    objections.push({ kind: 'otherCode', code: index.codes[first.code]?.code ?? '' });
  }
  const sure = statuses.filter(({ weight }) => weight >= 0.8).at(-1);
  const has = index.cases[best?.case ?? -1]?.statuses ?? [];
  if (sure && best && !best.status && /^[45]/.test(sure.status)) {
    objections.push({ kind: 'otherStatus', status: sure.status, has });
  }
  const other = first?.best?.message;
  if (other && best && !best.message) {
    const message = index.phrases[other.phrase]?.text ?? '';
    objections.push({ kind: 'otherMessage', message, has: index.cases[best.case]?.messages[0] ?? '' });
  }
  return objections;
}
