/** Opens the lookup in the files of an index. */

import { contentOf, type IndexContent } from '../lookup/index/index-format.ts';
import { LineFile, readLines } from '../lookup/index/index-lines.ts';
import { FileIndex } from '../lookup/index/large-index.ts';
import { createEngine, type FileEngine } from './engine.ts';
import type { Files } from './worker-messages.ts';

/**
 * Returns the lookup in fetched files; that without the texts if these are damaged.
 *
 * @throws If `core` is damaged.
 */
export function openEngine({ core, texts, locale, isLarge }: Files): FileEngine {
  const parse = (bytes: ArrayBuffer) => JSON.parse(new TextDecoder().decode(bytes));
  try {
    const content = isLarge
      ? readLines(new LineFile(core), texts && new LineFile(texts))
      : contentOf({ core: parse(core), ...(texts && { texts: parse(texts) }) });
    if (content.texts) checkTexts(content.texts);
    const engine = createEngine(new FileIndex(content), locale);
    return { ...engine, isWhole: () => texts !== undefined };
  } catch (error) {
    if (!texts) throw error;
    return openEngine({ core, locale, isLarge });
  }
}

/** @throws If a host answered with other JSON: `{}`. */
function checkTexts(texts: NonNullable<IndexContent['texts']>): void {
  const { concepts, names, notes, traditional } = texts;
  texts.stringAt(0);
  const lists = [concepts, names, notes, texts.caseAt(0)];
  if (!lists.every(Array.isArray) || typeof traditional !== 'string')
    throw new Error('texts.json is not the file of this site');
}
