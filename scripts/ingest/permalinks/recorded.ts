import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../../../src/model/permalinks.ts';
import type { RecordedCode } from '../align/identity.ts';
import { itemsOf, type PermalinkDecisions } from '../load/curation.ts';
import type { LastTexts } from '../load/last-texts.ts';

/**
 * Collects what was issued for each code of a catalog, with the editors' decisions about it. A code
 * takes over the cases of the codes that redirect to it.
 */
export function recordedCodes(
  catalog: string,
  permalinks: Permalinks,
  last: LastTexts,
  curation: PermalinkDecisions,
): Map<string, RecordedCode> {
  const records = own(permalinks.catalogs, catalog)?.codes ?? {};
  const aliases = itemsOf(curation.aliases, catalog);
  const retired = itemsOf(curation.retired, catalog);
  const renamed = itemsOf(curation.redirects, catalog).flatMap(({ from, code }) => {
    const before = ownerOfSlug(records, from);
    return before === undefined || before === code ? [] : [{ before, code }];
  });
  const names = new Set([
    ...Object.keys(records),
    ...aliases.map(({ code }) => code),
    ...renamed.map(({ code }) => code),
  ]);
  return new Map(
    [...names].map((code) => {
      const all = [
        ...renamed.filter((item) => item.code === code).map(({ before }) => before),
        code,
      ];
      return [
        code,
        {
          cases: Object.assign({}, ...all.map((name) => own(records, name)?.cases)),
          last: Object.assign({}, ...all.map((name) => own(last.codes, name))),
          aliases: Object.fromEntries(
            aliases.filter((item) => item.code === code).map((item) => [item.anchor, item.case]),
          ),
          retired: new Set(
            retired.flatMap((item) => (item.code === code && item.case ? [item.case] : [])),
          ),
        },
      ];
    }),
  );
}

/** The code whose page has or had this name. */
export function ownerOfSlug(
  records: Permalinks['catalogs'][string]['codes'],
  slug: string,
): string | undefined {
  return Object.entries(records).find(
    ([, record]) => record.slug === slug || record.former?.includes(slug),
  )?.[0];
}
