/** Opens the lookup in the files of an index. */

import { contentOf } from '../lookup/index/index-format.ts';
import { LineFile, readLines } from '../lookup/index/index-lines.ts';
import { FileIndex } from '../lookup/index/large-index.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Files } from './worker-messages.ts';

export function openEngine({ core, texts, locale, isLarge }: Files): Engine {
  const parse = (bytes: ArrayBuffer) => JSON.parse(new TextDecoder().decode(bytes));
  const content = isLarge
    ? readLines(new LineFile(core), texts && new LineFile(texts))
    : contentOf({ core: parse(core), ...(texts && { texts: parse(texts) }) });
  return createEngine(new FileIndex(content), locale);
}
