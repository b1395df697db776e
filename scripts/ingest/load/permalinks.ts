import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from './input-error.ts';

export const permalinksFile = 'content/permalinks.json';

const CodeRecordSchema = z.strictObject({
  slug: z.string(),
  /** Page names that the code had before. */
  former: z.array(z.string()).optional(),
  /** Name of its page below `/c/`. */
  short: z.string(),
  /** Each case's id with the other anchors that lead to it. */
  cases: z.record(z.string(), z.array(z.string())),
});
export type CodeRecord = z.infer<typeof CodeRecordSchema>;

const PermalinksSchema = z.strictObject({
  /** Pages that are no code's: paths from the site's root. */
  pages: z.array(z.string()),
  /** Pages below `/c/`, each with the catalog that issued it first and keeps it. */
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
 * Read every URL and anchor ever issued; an absent file means that none was.
 *
 * @throws InputError when the file is no such record.
 */
export function readPermalinks(root: string): Permalinks {
  const path = join(root, permalinksFile);
  if (!existsSync(path)) return structuredClone(noPermalinks);
  try {
    return PermalinksSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    throw new InputError([
      `${permalinksFile}:1: not a record of permalinks (${why}). Restore it from git: it must never lose a line.`,
    ]);
  }
}

/** The record as it stands in the file: one anchor a line, so that git shows what was issued. */
export function renderPermalinks(permalinks: Permalinks): string {
  return `${JSON.stringify(permalinks, null, 1)}\n`;
}

/** How many pages and anchors are recorded. */
export function countPermalinks({ pages, short, catalogs }: Permalinks): number {
  const codes = Object.values(catalogs).flatMap((catalog) => Object.values(catalog.codes));
  return codes.reduce(
    (sum, { cases }) => sum + 1 + Object.keys(cases).length + Object.values(cases).flat().length,
    pages.length + Object.keys(short).length,
  );
}
