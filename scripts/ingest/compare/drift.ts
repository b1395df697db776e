/** Hints that one language says more or other things than the other: terms and clauses. */
import type { Glossary } from './glossary.ts';
import { findTerms, termNames } from './terms.ts';

/**
 * Count the clauses of a text: what commas, stops and line breaks divide, if it has three English
 * words or four Chinese characters at least. Items of an enumeration mostly have fewer, and a text
 * has one clause at least.
 *
 * @example countClauses('If so, check the method, path, and body.') // => 1
 */
export function countClauses(text: string): number {
  const clauses = text
    .split(/[。；！？，：\n]|[.;!?,:](?=\s|\p{Script=Han}|$)/u)
    .filter((clause) => {
      const words = clause.match(/[\p{Script=Latin}\p{N}_]+/gu)?.length ?? 0;
      const signs = clause.match(/\p{Script=Han}/gu)?.length ?? 0;
      return words / 3 + signs / 4 >= 1;
    });
  return Math.max(1, clauses.length);
}

/**
 * Look for drift between an English and a Chinese text of one field.
 *
 * A glossary term that one text names and the other does not is a trace. It becomes a hint when
 * both sides have one (they speak of different things), or when the side with more clauses has
 * three clauses and terms more (it says more). A hint is "worth a look", never a contradiction.
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
  // Terms that only the wordier side has count like clauses: three such signs make a hint.
  const signs = Math.abs(more) + (more > 0 ? onlyLeft.length : more < 0 ? onlyRight.length : 0);
  if (!otherThings && signs < 3) return undefined;
  return {
    onlyLeft: onlyLeft.map((term) => termNames(term, glossary).en),
    onlyRight: onlyRight.map((term) => termNames(term, glossary)['zh-CN']),
  };
}
