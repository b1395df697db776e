/** Opens the lookup in the files of an index. */
import { FileIndex } from '../lookup/file-index.ts';
import { contentOf } from '../lookup/index-format.ts';
import { LineFile, readLines } from '../lookup/index-lines.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Files } from './worker-messages.ts';

export function openEngine({ core, texts, locale, isLarge }: Files): Engine {
  const parse = (bytes: ArrayBuffer) => JSON.parse(new TextDecoder().decode(bytes));
  const content = isLarge
    ? readLines(new LineFile(core), texts && new LineFile(texts))
    : contentOf({ core: parse(core), ...(texts && { texts: parse(texts) }) });
  return createEngine(new FileIndex(content), locale);
}
