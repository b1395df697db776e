/** Opens the lookup in the files of an index. */
import { FileIndex } from '../lookup/file-index.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Files } from './worker-messages.ts';

export function openEngine({ core, texts, locale }: Files): Engine {
  const index = new FileIndex(new Uint8Array(core), texts && new Uint8Array(texts));
  return createEngine(index, locale);
}
