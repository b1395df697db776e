/** Opens the lookup in the files of an index. */
import type { LookupCore, LookupIndex, LookupTexts } from '../lookup/index-format.ts';
import { LargeIndex } from '../lookup/large-index.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Files } from './worker-messages.ts';

export function openEngine({ core, texts, locale, isLarge }: Files): Engine {
  if (isLarge && texts)
    return createEngine(new LargeIndex(new Uint8Array(core), new Uint8Array(texts)), locale);
  const parse = <File>(bytes: ArrayBuffer): File => JSON.parse(new TextDecoder().decode(bytes));
  const index: LookupIndex = { core: parse<LookupCore>(core) };
  if (texts) index.texts = parse<LookupTexts>(texts);
  return createEngine(index, locale);
}
