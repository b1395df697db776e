import type { Case, Code } from '../../../src/model/case.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../../../src/model/permalinks.ts';
import type { RetiredVariant } from '../../../src/model/registry.ts';
import { familiesOf } from '../align/family.ts';
import type { AlignedCode } from '../align/index.ts';
import type { Curation } from '../load/curation.ts';
import type { LastTexts } from '../load/last-texts.ts';

/** What editors retired of the catalog. */
type Items = Curation['retired'][number]['item'][];

/** The codes that editors retired, with their last known texts. A code that is in a document again is left out. */
export function retiredCodes(
  catalog: string,
  aligned: AlignedCode[],
  permalinks: Permalinks,
  last: LastTexts,
  items: Items,
): Code[] {
  const present = new Set(aligned.map(({ code }) => code));
  const rows = aligned.flatMap(({ cases }) => cases.flatMap(({ entries }) => entries));
  return items.flatMap(({ code, case: one, note, by }) => {
    if (code === undefined || one !== undefined || present.has(code)) return [];
    const record = own(own(permalinks.catalogs, catalog)?.codes, code);
    if (record === undefined) return [];
    const cases = Object.entries(record.cases).flatMap(([id, anchors]) => {
      const entries = own(own(last.codes, code), id) ?? [];
      return entries.length === 0 ? [] : [asCase(id, [id, ...anchors], entries)];
    });
    if (cases.length === 0) return [];
    const family =
      familiesOf([...rows, ...cases.flatMap(({ entries }) => entries)]).get(code) ?? code;
    return [
      {
        catalog,
        code,
        slug: record.slug,
        family,
        cases,
        differences: [],
        missingFrom: [],
        defects: [],
        retired: { note, by },
      },
    ];
  });
}

/** The cases of a code that editors retired individually. */
export function retiredCases(
  { code, retired }: AlignedCode,
  last: LastTexts,
  items: Items,
): NonNullable<Code['retiredCases']> {
  return Object.entries(retired).flatMap(([id, anchors]) => {
    const item = items.find((other) => other.code === code && other.case === id);
    const entries = own(own(last.codes, code), id) ?? [];
    return item === undefined || entries.length === 0
      ? []
      : [{ ...asCase(id, [id, ...anchors], entries), retired: { note: item.note, by: item.by } }];
  });
}

/** The rows of a case in retired documents. */
export function formerEntries(item: Case, last: LastTexts, code: string, items: Items): Entry[] {
  const gone = new Set(items.map(({ variant }) => variant));
  return (own(own(last.codes, code), item.id) ?? []).filter(({ variant }) => gone.has(variant));
}

/** The documents that editors retired, with their recorded publisher and title. */
export function retiredVariants(last: LastTexts, items: Items): RetiredVariant[] {
  return items.flatMap(({ variant, note, by }) => {
    const about = variant !== undefined ? own(last.variants, variant) : undefined;
    return about === undefined ? [] : [{ ...about, retired: { note, by } }];
  });
}

function asCase(id: string, anchors: string[], entries: Entry[]): Case {
  return { id, anchors: [...new Set(anchors)], match: 'decided', because: [], entries };
}
