/** Results as the site and the single file show them, rendered by their own code. */
import { ingest } from '../../scripts/ingest/pipeline.ts';
import type { LookupIndex } from '../../src/lookup/index-format.ts';
import type { Result } from '../../src/lookup/result.ts';
import type { Context } from '../../src/offline/file/context.ts';
import { packCodes, unpackCodes } from '../../src/offline/file/packed.ts';
import { showCode } from '../../src/offline/file/show-code.ts';
import { showFound } from '../../src/offline/file/show-list.ts';
import { type Words, wordKeys } from '../../src/offline/file/words.ts';
import { createEngine } from '../../src/search/engine.ts';
import { renderRow } from '../../src/search/result-row.ts';
import { rowsOfResults } from '../../src/search/rows.ts';
import { wordsFor } from '../../src/search/words.ts';
import { projectRoot } from '../support/content.ts';
import { installFakeDocument } from './fake-document.ts';

installFakeDocument();

const ingested = ingest(projectRoot).catalogs;
const catalogs = ingested.map(({ catalog: { id, title }, variants }) => ({ id, title, variants }));
const say = { en: wordsFor('en', catalogs), 'zh-CN': wordsFor('zh-CN', catalogs) };
const packed = packCodes(
  catalogs,
  ingested.flatMap(({ codes }) => codes),
  ({ publisher, edition }, lang) => `${publisher[lang]} ${edition[lang]}`,
);
const unpacked = unpackCodes(packed);
const words = Object.fromEntries(wordKeys.map((key) => [key, key])) as Words;
const data = { site: 'https://site.example/', words: { en: words, 'zh-CN': words }, packed };

/** The rows of the search; throws when a text would be more than text. */
export function renderResults(results: Result[], index: LookupIndex, lang: 'en' | 'zh-CN'): void {
  const engine = createEngine(index, lang);
  for (const row of rowsOfResults(results, engine, { base: '/', locale: 'en' })) {
    renderRow(row, 'result-0', say[lang]);
  }
}

/** A passage that the full-text search found, whatever stands in it. */
export function renderPassage(text: string): void {
  const excerpt = {
    lang: 'en',
    parts: [
      { text, marked: false },
      { text, marked: true },
    ],
  };
  renderRow({ href: '/en/guides/x/', title: text, excerpt }, 'result-0', say.en);
}

/** What the single file shows for a text, and for the code at an address. */
export function renderInFile(text: string, index: LookupIndex, lang: 'en' | 'zh-CN'): void {
  const context: Context = { data, codes: unpacked, lang, words };
  showFound(context, index, text);
  const code = unpacked[text.length % unpacked.length];
  if (code) showCode(context, code);
}
