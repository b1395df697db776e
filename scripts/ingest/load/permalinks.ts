import { z } from 'zod';
import { keepBothSides, readJsonRecord } from './json-record.ts';

export const permalinksFile = 'content/permalinks.json';

const CodeRecordSchema = z.strictObject({
  slug: z.string(),
  /** Earlier page names of the code. */
  former: z.array(z.string()).optional(),
  /** Name of its short link under `/c/`. */
  short: z.string(),
  /** Names of its aliases under `/c/`. */
  aliases: z.array(z.string()).optional(),
  /** Case id → the other anchors that lead to the case. */
  cases: z.record(z.string(), z.array(z.string())),
});

const PermalinksSchema = z.strictObject({
  /** Pages that belong to no code: paths from the site's root. */
  pages: z.array(z.string()),
  /** Names under `/c/` → the catalog that issued the name first and owns it. */
  short: z.record(z.string(), z.string()),
  catalogs: z.record(
    z.string(),
    z.strictObject({
      variants: z.array(z.string()),
      codes: z.record(z.string(), CodeRecordSchema),
    }),
  ),
});
export type Permalinks = z.infer<typeof PermalinksSchema>;

export const noPermalinks: Permalinks = { pages: [], short: {}, catalogs: {} };

/**
 * Reads every URL and anchor ever issued; without the file, none was.
 *
 * @throws InputError if the file is damaged.
 */
export function readPermalinks(root: string): Permalinks {
  const why = 'it must never lose a line';
  const record = readJsonRecord(root, permalinksFile, PermalinksSchema, why, keepBothSides);
  return record ?? structuredClone(noPermalinks);
}

/** Renders the record for its file, one anchor per line, so that git shows what was issued. */
export function renderPermalinks(permalinks: Permalinks): string {
  return `${JSON.stringify(permalinks, null, 1)}\n`;
}

/** Counts the recorded pages and anchors. */
export function countPermalinks({ pages, short, catalogs }: Permalinks): number {
  const codes = Object.values(catalogs).flatMap((catalog) => Object.values(catalog.codes));
  return codes.reduce(
    (sum, { cases }) => sum + 1 + Object.keys(cases).length + Object.values(cases).flat().length,
    pages.length + Object.keys(short).length,
  );
}
