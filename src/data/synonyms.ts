import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string().regex(/^[^,|]+$/, 'a word contains "," or "|"')).min(1);
const SynonymsSchema = z.array(z.strictObject({ en: words, 'zh-CN': words }));

/**
 * Returns the synonyms of the search as the lookup index has them, one line a concept.
 *
 * @throws With the entry that does not have the right form.
 * @example parseSynonyms('- { en: [timeout], zh-CN: [超时, 逾时] }') // => ['timeout|超时,逾时']
 */
export function parseSynonyms(yaml: string): string[] {
  const parsed = SynonymsSchema.safeParse(parse(yaml));
  if (!parsed.success) {
    throw new Error(`content/curation/synonyms.yaml: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data.map(({ en, 'zh-CN': zh }) => `${en.join(',')}|${zh.join(',')}`);
}
