import { z } from 'zod';
import { EntrySchema } from '../../../src/model/entry.ts';
import { RetiredVariantSchema } from '../../../src/model/registry.ts';
import { readJsonRecord } from './json-record.ts';

/** Path of the last recorded texts of a catalog. */
export const lastTextsFile = (catalog: string) => `content/last-texts/${catalog}.json`;

/** Publisher, title and edition of a document. */
export const LastVariantSchema = RetiredVariantSchema.omit({ retired: true });

const LastTextsSchema = z.strictObject({
  variants: z.record(z.string(), LastVariantSchema),
  /** code → case id → the last recorded row of each document. */
  codes: z.record(z.string(), z.record(z.string(), z.array(EntrySchema))),
});
export type LastTexts = z.infer<typeof LastTextsSchema>;

export const noLastTexts: LastTexts = { variants: {}, codes: {} };

/**
 * Reads the texts that the cases of a catalog had when their permalinks were recorded. They are the
 * content of retired pages, and they tell apart cases with equal wording.
 *
 * @throws InputError if the file is damaged.
 */
export function readLastTexts(root: string, catalog: string): LastTexts {
  const why = 'retired pages are made from it';
  const file = lastTextsFile(catalog);
  const afterMerge = `Run \`git checkout --ours -- ${file} && npm run permalinks\`, and commit it.`;
  return readJsonRecord(root, file, LastTextsSchema, why, afterMerge) ?? noLastTexts;
}

/** Renders the record for its file, one document row per line. */
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
