import type { Entry } from '../../../src/model/entry.ts';
import { foldText } from '../../../src/text/fold.ts';
import { similarityOf } from '../../../src/text/similarity.ts';
import { describeRow } from '../normalise/row-key.ts';

/** Codes with the same number count as one if their texts are at least this alike (0 to 1). */
const minSimilarity = 0.5;

/** Shorter texts are shared by unrelated codes. */
const minWords = 3;

/**
 * Finds codes that have another name in the newer rows: the same text, or the same number with
 * a similar text. A text or number that several codes have decides nothing.
 *
 * @param removed Rows of codes that only the older document has.
 * @param added Rows of codes that only the newer document has.
 * @returns Old name → new name.
 * @example findRenamedCodes(rowsOf('APIG.0201'), rowsOf('APIGW.0201')) // => Map { 'APIG.0201' → 'APIGW.0201' }
 */
export function findRenamedCodes(
  removed: readonly Entry[],
  added: readonly Entry[],
): Map<string, string> {
  const [before, after] = [textsOf(removed), textsOf(added)];
  const renamed = new Map<string, string>();
  const match = (
    keyOf: (code: string, text: string) => string,
    isSure: (a: string, b: string) => boolean,
  ) => {
    const taken = new Set(renamed.values());
    const older = groupCodes(before, keyOf, (code) => !renamed.has(code));
    const newer = groupCodes(after, keyOf, (code) => !taken.has(code));
    for (const [key, [from, ...others]] of older) {
      const [to, ...rivals] = newer.get(key) ?? [];
      if (!key || !from || !to || others.length > 0 || rivals.length > 0) continue;
      if (isSure(before.get(from) ?? '', after.get(to) ?? '')) renamed.set(from, to);
    }
  };
  match(
    (code) => code.replace(/\D+/g, ''),
    (a, b) => similarityOf(a, b) >= minSimilarity,
  );
  match(
    (_, text) => foldText(text),
    (text) => foldText(text).split(' ').length >= minWords || /\p{Script=Han}{6}/u.test(text),
  );
  return renamed;
}

function textsOf(rows: readonly Entry[]): Map<string, string> {
  const groups = Map.groupBy(rows, ({ code }) => code);
  return new Map([...groups].map(([code, own]) => [code, own.map(describeRow).join('\n')]));
}

function groupCodes(
  texts: ReadonlyMap<string, string>,
  keyOf: (code: string, text: string) => string,
  isFree: (code: string) => boolean,
): Map<string, string[]> {
  const free = [...texts.keys()].filter(isFree);
  return Map.groupBy(free, (code) => keyOf(code, texts.get(code) ?? ''));
}
