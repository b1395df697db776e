import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../model/lang.ts';

/**
 * Gives find pages what answers a code: its small files in the page, and the script of the search with
 * links to what it imports. Fetched one after the other, each would take a round trip.
 */
export function preloadSearch(root: string, base: string): void {
  const folder = join(root, '_astro');
  const isElement = (name: string) =>
    /^code-search\..*\.js$/.test(name) &&
    readFileSync(join(folder, name), 'utf8').includes('customElements.define');
  const entry = readdirSync(folder).find(isElement);
  if (entry === undefined) throw new Error('_astro/ has no script of the search');
  const [, ...imported] = importsOf(folder, [entry]);
  const scripts = [
    `<script type="module" src="${base}_astro/${entry}"></script>`,
    ...imported.map((name) => `<link rel="modulepreload" href="${base}_astro/${name}">`),
  ];
  for (const locale of locales) {
    const file = join(root, locale, 'find/index.html');
    const html = readFileSync(file, 'utf8');
    const files = readFiles(html, root).join('');
    // Before the style sheets, which are larger.
    writeFileSync(
      file,
      html
        .replace('<link rel="stylesheet"', `${scripts.join('')}$&`)
        .replace('</body>', (end) => files + end),
    );
  }
}

/** Scripts and all that they import at once, each after those that import it. */
function importsOf(folder: string, entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const name of found) {
    const script = readFileSync(join(folder, name), 'utf8');
    for (const [, other = ''] of script.matchAll(/\b(?:from|import)"\.\/([\w.-]+\.js)"/g))
      found.add(other);
  }
  return [...found];
}

/** The files as elements, which `load-index.ts` reads: the strings of results, and a small index. */
function readFiles(html: string, root: string): string[] {
  const [, locale] = /<code-search[^>]* data-locale="([\w-]+)"/.exec(html) ?? [];
  const [, shards] = /<code-search[^>]* data-shards="(\d+)"/.exec(html) ?? [];
  if (!locale) throw new Error('a find page has no search box');
  return [`words-${locale}`, ...(shards === '0' ? ['core'] : [])].map((name) => {
    const json = readFileSync(join(root, `search/${name}.json`), 'utf8');
    return `<script type="application/json" id="${name}.json">${json.replaceAll('<', '\\u003c')}</script>`;
  });
}
