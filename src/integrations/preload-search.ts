import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../model/lang.ts';

/** Lets find pages fetch at once all that answers a code; each file would take a round trip. */
export function preloadSearch(root: string, base: string): void {
  const folder = join(root, '_astro');
  const entries = readdirSync(folder).filter((name) => /^code-search\..*\.js$/.test(name));
  if (entries.length === 0) throw new Error('_astro/ has no code-search script to preload');
  const scripts = importsOf(folder, entries).map(
    (name) => `<link rel="modulepreload" href="${base}_astro/${name}">`,
  );
  for (const locale of locales) {
    const file = join(root, locale, 'find/index.html');
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, insertLinks(html, base, scripts));
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

function insertLinks(html: string, base: string, scripts: readonly string[]): string {
  const [, version] = /<code-search[^>]* data-version="(\w+)"/.exec(html) ?? [];
  const [, locale] = /<code-search[^>]* data-locale="([\w-]+)"/.exec(html) ?? [];
  const [, shards] = /<code-search[^>]* data-shards="(\d+)"/.exec(html) ?? [];
  if (!version || !locale) throw new Error('a find page has no search box');
  const files = [`words-${locale}`, ...(shards === '0' ? ['core'] : [])].map(
    (name) =>
      `<link rel="preload" as="fetch" crossorigin href="${base}search/${name}.json?v=${version}">`,
  );
  // Before the style sheets, which are larger.
  return html.replace('<link rel="stylesheet"', `${files.join('')}${scripts.join('')}$&`);
}
