import { stringify } from 'yaml';
import type { Code } from '../../../src/model/case.ts';
import type { WorkItem } from '../../../src/model/work.ts';
import { foldCase } from '../../../src/text/fold.ts';
import { fingerprintOf } from '../compare/fingerprint.ts';
import { type CatalogView, placeOf } from './catalog-view.ts';

/** Shorter codes that differ in one letter are mostly two codes. */
const minLetters = 8;

/**
 * Returns codes that are probably one, misspelt in a document: no document has both, and their
 * spellings differ in one letter or in separators. Codes with other digits are other codes.
 *
 * The code in fewer documents counts as the misspelt one. Each item has the YAML for
 * `content/curation/codes.yaml` that makes its rows those of the other code.
 */
export function listSimilarCodes({ catalog, codes }: CatalogView): WorkItem[] {
  const byPattern = new Map<string, Code[]>();
  for (const code of codes) {
    if (code.retired !== undefined || lettersOf(code.code).length < minLetters) continue;
    for (const pattern of patternsOf(code.code))
      byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), code]);
  }
  const pairs = new Map<string, [Code, Code]>();
  for (const similar of byPattern.values())
    for (const code of similar)
      for (const other of similar)
        if (code.code < other.code && areApart(code, other))
          pairs.set(JSON.stringify([code.code, other.code]), [code, other]);
  return [...pairs.values()].map((pair) => {
    const [first, second] = pair;
    const isFirst = variantsOf(first).size <= variantsOf(second).size;
    const [code, other] = isFirst ? [first, second] : [second, first];
    const entries = code.cases.flatMap((item) => item.entries);
    const decisions = entries.map(({ variant, place }) => ({
      catalog: catalog.id,
      variant,
      line: place.line,
      code: other.code,
      because: `Misspelt as ${code.code}.`,
      by: 'name',
    }));
    return {
      kind: 'similar-codes',
      fingerprint: fingerprintOf(catalog.id, 'similar-codes', ...pair.map((one) => one.code)),
      code: code.code,
      places: entries.map((entry) => placeOf(entry)),
      similarCode: other.code,
      curation: stringify(decisions),
    };
  });
}

const lettersOf = (code: string): string => foldCase(code).replace(/[^\p{L}\p{N}]/gu, '');

/** Returns the letters of a code, and the same without each of them: codes one letter apart share one. */
function patternsOf(code: string): Set<string> {
  const letters = lettersOf(code);
  const digits = letters.replace(/\D+/gu, '.');
  const shorter = [...letters].map((_, at) => letters.slice(0, at) + letters.slice(at + 1));
  return new Set([letters, ...shorter].map((pattern) => `${digits} ${pattern}`));
}

const variantsOf = ({ cases }: Code): Set<string> =>
  new Set(cases.flatMap(({ entries }) => entries.map(({ variant }) => variant)));

/** Returns whether no document has both codes. */
const areApart = (a: Code, b: Code): boolean => variantsOf(a).isDisjointFrom(variantsOf(b));
