import { readFileSync } from 'node:fs';
import type { Locale } from '../../model/lang.ts';
import { createPageReader, type PageTree } from './read-page.ts';

const readPage = createPageReader();

/**
 * Reads the page of a code from `src/content/docs/`. Starlight's loader was rejected: it keeps all
 * pages in memory, several times over (docs/performance.md).
 *
 * @throws The errors of {@link createPageReader}; if the page does not exist, because ingest did not run.
 */
export function loadPage(locale: Locale, catalog: string, slug: string): PageTree {
  const path = `src/content/docs/${locale}/${catalog}/${slug}.mdx`;
  return readPage(readFileSync(path, 'utf8'), path);
}
