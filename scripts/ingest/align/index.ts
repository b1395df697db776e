import type { Entry } from '../../../src/model/entry.ts';
import { compareCodes } from '../../../src/model/order.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { newestFirst } from '../../../src/model/variant-order.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { alignCases, type Decision } from './cases.ts';
import { familiesOf } from './family.ts';
import { type Identified, identifyCases, type RecordedCode } from './identity.ts';

/** A code with its cases, before they are compared. */
export interface AlignedCode extends Identified {
  code: string;
  family: string;
  missingFrom: string[];
}

/**
 * Align the entries of all documents of a catalog into codes and cases.
 *
 * @param variants The catalog's documents with their entries.
 * @param recorded What was issued for each code and decided about it.
 * @param decisions Editors' decisions, by code.
 * @param lexicon Translates between rows in different languages.
 * @returns Codes in natural order (APIG.0201 before APIG.1001).
 */
export function alignCatalog(
  variants: { variant: Variant; entries: Entry[] }[],
  recorded: ReadonlyMap<string, RecordedCode> = new Map(),
  decisions: ReadonlyMap<string, Decision[]> = new Map(),
  lexicon: Lexicon = new Map(),
): AlignedCode[] {
  const ordered = newestFirst(variants.map(({ variant }) => variant)).flatMap((variant) =>
    variants.filter((document) => document.variant === variant),
  );
  const entries = ordered.flatMap((document) => document.entries);
  const families = familiesOf(entries);
  const byCode = Map.groupBy(entries, (entry) => entry.code);
  return [...byCode]
    .toSorted(([a], [b]) => compareCodes(a, b))
    .map(([code, rows]) => {
      const aligned = alignCases(rows, decisions.get(code), lexicon);
      const known = new Set(rows.map((row) => row.variant));
      return {
        code,
        family: families.get(code) ?? code,
        missingFrom: ordered.map(({ variant }) => variant.id).filter((id) => !known.has(id)),
        ...identifyCases(aligned, recorded.get(code)),
      };
    });
}
