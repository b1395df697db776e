import type { Code, Entry, Variant } from '../../../src/model/model.ts';
import { own } from '../../../src/model/own.ts';
import { textsOf } from '../align/evidence.ts';
import type { LastTexts } from '../load/last-texts.ts';
import type { Permalinks } from '../load/permalinks.ts';
import { shortName } from './short-links.ts';

/** What a catalog issues: its documents and its codes, without retired ones. */
export interface Issued {
  id: string;
  variants: Variant[];
  codes: Code[];
}

/**
 * The record with all that these catalogs issue; nothing is ever taken out. An anchor that leads to
 * another case than before, because cases split or merged, is filed under that case.
 *
 * @param owners Names below `/c/` with the catalog that keeps each.
 * @throws Error when an anchor would be lost, which ingest has to prevent.
 */
export function recordPermalinks(
  recorded: Permalinks,
  catalogs: Issued[],
  owners: Record<string, string>,
): Permalinks {
  const next = structuredClone(recorded);
  next.short = { ...owners };
  for (const { id: catalog, variants, codes } of catalogs) {
    const record = own(next.catalogs, catalog) ?? { variants: [], codes: {} };
    next.catalogs[catalog] = record;
    record.variants = [...new Set([...record.variants, ...variants.map(({ id }) => id)])];
    for (const { code, slug, short, cases, retiredCases = [] } of codes) {
      const before = own(record.codes, code);
      const former = [...new Set([...(before?.former ?? []), ...(before ? [before.slug] : [])])];
      const others = former.filter((name) => name !== slug);
      const filed: Record<string, string[]> = {};
      for (const id of Object.keys(before?.cases ?? {})) filed[id] = [];
      for (const { id, anchors } of [...cases, ...retiredCases]) {
        const known = own(before?.cases, id)?.filter((anchor) => anchors.includes(anchor)) ?? [];
        filed[id] = [...new Set([...known, ...anchors])].filter((anchor) => anchor !== id);
      }
      assertNothingLost(code, before?.cases ?? {}, filed);
      record.codes[code] = {
        slug,
        ...(others.length > 0 ? { former: others } : {}),
        short: shortName(short ?? slug),
        cases: filed,
      };
    }
  }
  return next;
}

function assertNothingLost(
  code: string,
  before: Record<string, string[]>,
  after: Record<string, string[]>,
): void {
  const kept = new Set([...Object.keys(after), ...Object.values(after).flat()]);
  const lost = Object.values(before)
    .flat()
    .find((anchor) => !kept.has(anchor));
  if (lost !== undefined) throw new Error(`#${lost} of ${code} would be taken out of the record.`);
}

/**
 * The last texts brought up to date: rows that documents have replace older ones of the same case
 * and document; rows that none has any more stay.
 */
export function recordLastTexts(last: LastTexts, { variants, codes }: Issued): LastTexts {
  const next = structuredClone(last);
  for (const { id, lang, publisher, title, edition, revision, seen } of variants) {
    next.variants[id] = {
      id,
      lang,
      publisher,
      title,
      edition,
      ...(revision ? { revision } : {}),
      ...(seen ? { seen } : {}),
    };
  }
  for (const { code, cases } of codes) {
    const before = own(next.codes, code) ?? {};
    const now = new Set(cases.flatMap(({ entries }) => entries.map(rowKey)));
    const stay = Object.entries(before).map(([id, entries]): [string, Entry[]] => {
      const present = cases.find((item) => item.id === id)?.entries ?? [];
      const replaced = new Set(present.map(({ variant }) => variant));
      return [id, entries.filter((row) => !replaced.has(row.variant) && !now.has(rowKey(row)))];
    });
    const kept = Object.fromEntries(stay);
    for (const { id, entries } of cases) kept[id] = [...entries, ...(own(kept, id) ?? [])];
    next.codes[code] = kept;
  }
  return next;
}

const rowKey = (entry: Entry) => `${entry.variant} ${textsOf(entry)}`;

/**
 * What is issued but not recorded, in words; lines that only moved in a document do not count.
 *
 * @returns Nothing when the record is up to date.
 */
export function describeUnrecorded(
  recorded: { permalinks: Permalinks; last: Map<string, LastTexts> },
  next: { permalinks: Permalinks; last: Map<string, LastTexts> },
): string[] {
  const found: string[] = [];
  if (JSON.stringify(recorded.permalinks) !== JSON.stringify(next.permalinks)) {
    found.push(
      'content/permalinks.json:1: pages or anchors of the site are not recorded yet. Run `npm run permalinks`, and commit the file.',
    );
  }
  for (const [catalog, last] of next.last) {
    const before = recorded.last.get(catalog);
    if (before === undefined || textKey(before) !== textKey(last)) {
      found.push(
        `content/last-texts/${catalog}.json:1: texts have changed since they were recorded. Run \`npm run permalinks\`, and commit the file.`,
      );
    }
  }
  return found;
}

function textKey({ variants, codes }: LastTexts): string {
  const rows = Object.entries(codes).map(([code, cases]) => [
    code,
    Object.entries(cases).map(([id, entries]) => [id, entries.map(rowKey)]),
  ]);
  return JSON.stringify([variants, rows]);
}
