/** Hints that one language says more or other things than the other: terms and clauses. */
import type { Glossary } from './glossary.ts';
import { findTerms, termNames } from './terms.ts';

/**
 * Count the clauses of a text: what full stops, semicolons and line breaks divide, and in Chinese
 * commas too (an enumeration there has 、, a comma mostly starts another clause).
 */
export function countClauses(text: string): number {
  return text
    .split(/[。；！？\n]|[.;!?](?=\s|$)|[;:，,](?=\s*\p{Script=Han})/u)
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause)).length;
}

/**
 * Look for drift between an English and a Chinese text of one field.
 *
 * A glossary term that one text names and the other does not is a trace. It becomes a hint when
 * both sides have one (they speak of different things), when one side has two and more clauses as
 * well (it says more), or when one side has three clauses more whatever their words. A hint is
 * "worth a look", never a contradiction.
 *
 * @returns The terms on one side alone, in the glossary's order, or `undefined` when nothing stands
 *   out.
 * @example findDrift('Check whether the token is correct.', '检查签名…;检查时间…', glossary)
 */
export function findDrift(
  english: string,
  chinese: string,
  glossary: Glossary,
): { onlyLeft: string[]; onlyRight: string[] } | undefined {
  const left = findTerms(english, glossary);
  const right = findTerms(chinese, glossary);
  const inOrder = (a: number, b: number) => a - b;
  const onlyLeft = [...left].filter((term) => !right.has(term)).sort(inOrder);
  const onlyRight = [...right].filter((term) => !left.has(term)).sort(inOrder);
  const more = countClauses(english) - countClauses(chinese);
  const otherThings = onlyLeft.length > 0 && onlyRight.length > 0;
  const saysMore = (onlyLeft.length > 1 && more > 0) || (onlyRight.length > 1 && more < 0);
  if (!otherThings && !saysMore && Math.abs(more) < 3) return undefined;
  return {
    onlyLeft: onlyLeft.map((term) => termNames(term, glossary).en),
    onlyRight: onlyRight.map((term) => termNames(term, glossary)['zh-CN']),
  };
}
