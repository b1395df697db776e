import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string().regex(/^[^,|]+$/, 'expected a word without "," and "|"')).min(1);

/** The words for one thing, in both languages. */
export const SynonymsSchema = z.strictObject({ en: words, 'zh-CN': words });

/**
 * Returns the synonyms of the search as the lookup index has them, one line a concept.
 *
 * @throws With the entry that does not have the right form. Ingest reports it with its line before.
 * @example parseSynonyms('- { en: [timeout], zh-CN: [超时, 逾时] }') // => ['timeout|超时,逾时']
 */
export function parseSynonyms(yaml: string): string[] {
  return z
    .array(SynonymsSchema)
    .parse(parse(yaml) ?? [])
    .map(({ en, 'zh-CN': zh }) => `${en.join(',')}|${zh.join(',')}`);
}
