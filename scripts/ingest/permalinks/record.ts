import type { Code } from '../../../src/model/case.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { own } from '../../../src/model/own.ts';
import { type Permalinks, renderPermalinks } from '../../../src/model/permalinks.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { shortName } from '../../../src/model/short-links.ts';
import { type LastTexts, LastVariantSchema } from '../load/last-texts.ts';
import { rowKey as textKeyOf } from '../normalise/row-key.ts';

/** The documents and codes that a catalog issues, without retired ones. */
export interface Issued {
  id: string;
  variants: Variant[];
  codes: Code[];
}

/**
 * Returns the record extended by everything these catalogs issue; nothing is ever removed. An anchor
 * whose case split or merged moves to the case that it leads to now.
 *
 * @param owners Names under `/c/`, each with the catalog that owns it.
 * @param pages Pages that belong to no code.
 * @throws Error if an anchor would be lost; ingest must have reported it before.
 */
export function recordPermalinks(
  recorded: Permalinks,
  catalogs: Issued[],
  owners: Record<string, string>,
  pages: readonly string[] = [],
): Permalinks {
  const next = structuredClone(recorded);
  next.pages = [...new Set([...recorded.pages, ...pages])].sort();
  next.short = { ...owners };
  for (const { id: catalog, variants, codes } of catalogs) {
    const record = own(next.catalogs, catalog) ?? { variants: [], codes: {} };
    next.catalogs[catalog] = record;
    record.variants = [...new Set([...record.variants, ...variants.map(({ id }) => id)])];
    for (const { code, slug, short, aliasLinks = [], cases, retiredCases = [] } of codes) {
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
        short: shortName({ slug, short }).name,
        ...(aliasLinks.length > 0 ? { aliases: aliasLinks.map(({ name }) => name) } : {}),
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
  const recorded = new Set([...Object.keys(after), ...Object.values(after).flat()]);
  const lost = Object.values(before)
    .flat()
    .find((anchor) => !recorded.has(anchor));
  if (lost !== undefined) throw new Error(`#${lost} of ${code} would be removed from the record.`);
}

/**
 * Returns the last texts updated: rows in the documents replace older ones of the same case and
 * document; rows that no document contains now are retained.
 */
export function recordLastTexts(last: LastTexts, { variants, codes }: Issued): LastTexts {
  const next = structuredClone(last);
  for (const variant of variants) next.variants[variant.id] = LastVariantSchema.parse(variant);
  for (const { code, cases } of codes) {
    const before = own(next.codes, code) ?? {};
    const now = new Set(cases.flatMap(({ entries }) => entries.map(rowKey)));
    const retained = Object.entries(before).map(([id, entries]): [string, Entry[]] => {
      const present = cases.find((item) => item.id === id)?.entries ?? [];
      const replaced = new Set(present.map(({ variant }) => variant));
      return [id, entries.filter((row) => !replaced.has(row.variant) && !now.has(rowKey(row)))];
    });
    const texts = Object.fromEntries(retained);
    for (const { id, entries } of cases) texts[id] = [...entries, ...(own(texts, id) ?? [])];
    next.codes[code] = texts;
  }
  return next;
}

const rowKey = (entry: Entry) => `${entry.variant} ${textKeyOf(entry)}`;

/**
 * Describes what is issued but not recorded. Rows that only moved to another line do not count.
 *
 * @returns Problems; empty if the record is up to date.
 */
export function describeUnrecorded(
  recorded: { permalinks: Permalinks; last: Map<string, LastTexts> },
  next: { permalinks: Permalinks; last: Map<string, LastTexts> },
): string[] {
  const found: string[] = [];
  if (renderPermalinks(recorded.permalinks) !== renderPermalinks(next.permalinks)) {
    found.push(
      'content/permalinks.json:1: pages or anchors are not recorded yet. Run `npm run permalinks`, and commit the file.',
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
