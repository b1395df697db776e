/** Results as the site shows them, rendered by its own code. */
import { ingest } from '../../scripts/ingest/pipeline.ts';
import type { LookupIndex } from '../../src/lookup/index-format.ts';
import type { Result } from '../../src/lookup/result.ts';
import { createEngine } from '../../src/search/engine.ts';
import { renderRow } from '../../src/search/result-row.ts';
import { rowsOfResults } from '../../src/search/rows.ts';
import { wordsFor } from '../../src/search/words.ts';
import { projectRoot } from '../support/content.ts';
import { installFakeDocument } from './fake-document.ts';

installFakeDocument();

const ingested = ingest(projectRoot).catalogs;
const catalogs = ingested.map(({ catalog: { id, title } }) => ({ id, title }));
const say = { en: wordsFor('en', catalogs), 'zh-CN': wordsFor('zh-CN', catalogs) };
/** The rows of the search; throws when a text would be more than text. */
export function renderResults(results: Result[], index: LookupIndex, lang: 'en' | 'zh-CN'): void {
  const engine = createEngine(index, lang === 'en' ? 'en' : 'zh-cn');
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
