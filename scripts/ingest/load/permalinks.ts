import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Code } from '../model.ts';
import { InputError } from './input-error.ts';

export const permalinksFile = 'content/permalinks.json';

/** catalog → code → slug, and each case's id with the other anchors that lead to it. */
const PermalinksSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.strictObject({ slug: z.string(), cases: z.record(z.string(), z.array(z.string())) }),
  ),
);
export type Permalinks = z.infer<typeof PermalinksSchema>;

/**
 * Read every URL and anchor ever issued; an absent file means that none was.
 *
 * @throws InputError when the file is no such record.
 */
export function readPermalinks(root: string): Permalinks {
  const path = join(root, permalinksFile);
  if (!existsSync(path)) return {};
  try {
    return PermalinksSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new InputError([
      `${permalinksFile}:1: not a record of permalinks (${why}). Restore it from git: it must never lose a line.`,
    ]);
  }
}

/**
 * The record with the URLs and anchors of these codes added; nothing is ever taken out.
 *
 * @example recordPermalinks({}, codes).apig?.['APIG.0201']?.slug // => 'apig-0201'
 */
export function recordPermalinks(recorded: Permalinks, codes: Code[]): Permalinks {
  const next = structuredClone(recorded);
  for (const { catalog, code, slug, cases } of codes) {
    next[catalog] ??= {};
    next[catalog][code] ??= { slug, cases: {} };
    const record = next[catalog][code];
    for (const { id, anchors } of cases) {
      record.cases[id] = [...new Set([...(record.cases[id] ?? []), ...anchors.slice(1)])];
    }
    // An anchor that moved to a case of its own when its case split leads there alone.
    for (const [id, others] of Object.entries(record.cases)) {
      record.cases[id] = others.filter((anchor) => !(anchor in record.cases));
    }
  }
  return next;
}

/** The record as it stands in the file: one anchor a line, so that git shows what was issued. */
export function renderPermalinks(permalinks: Permalinks): string {
  return `${JSON.stringify(permalinks, null, 1)}\n`;
}
