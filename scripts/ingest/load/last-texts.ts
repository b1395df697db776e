import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EntrySchema, RetiredVariantSchema } from '../../../src/model/model.ts';
import { InputError } from './input-error.ts';

/** The last texts of one catalog: `content/last-texts/<catalog>.json`. */
export const lastTextsFile = (catalog: string) => `content/last-texts/${catalog}.json`;

const LastTextsSchema = z.strictObject({
  /** Who published each document. */
  variants: z.record(z.string(), RetiredVariantSchema.omit({ retired: true })),
  /** code → case id → its rows as each document had them last. */
  codes: z.record(z.string(), z.record(z.string(), z.array(EntrySchema))),
});
export type LastTexts = z.infer<typeof LastTextsSchema>;

export const noLastTexts: LastTexts = { variants: {}, codes: {} };

/**
 * Read what the cases of a catalog said when their permalinks were recorded. A retired code's page
 * is made of it, and it tells cases apart whose wording is the same.
 *
 * @throws InputError when the file is no such record.
 */
export function readLastTexts(root: string, catalog: string): LastTexts {
  const file = lastTextsFile(catalog);
  const path = join(root, file);
  if (!existsSync(path)) return noLastTexts;
  try {
    return LastTextsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    throw new InputError([
      `${file}:1: not a record of texts (${why}). Restore it from git: retired pages are made of it.`,
    ]);
  }
}

/** The record as it stands in the file: one row of a document a line. */
export function renderLastTexts({ variants, codes }: LastTexts): string {
  const lines = (items: string[], indent: string) =>
    items.map((item) => `${indent}${item}`).join(',\n');
  const key = JSON.stringify;
  const about = Object.entries(variants).map(([id, variant]) => `${key(id)}: ${key(variant)}`);
  const texts = Object.entries(codes).map(([code, cases]) => {
    const inner = Object.entries(cases).map(
      ([id, entries]) =>
        `${key(id)}: [\n${lines(
          entries.map((entry) => key(entry)),
          '   ',
        )}]`,
    );
    return `${key(code)}: {\n${lines(inner, '  ')}}`;
  });
  return `{"variants": {\n${lines(about, ' ')}},\n"codes": {\n${lines(texts, ' ')}}}\n`;
}
