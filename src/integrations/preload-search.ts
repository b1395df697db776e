import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locales } from '../model/lang.ts';
import { seen } from '../security/guard-page.ts';
import { bundleScript } from './bundle-script.ts';

const answerScript = fileURLToPath(new URL('../search/answer-at-once.ts', import.meta.url));

/**
 * Gives find pages what answers a code without another request: style sheet, script, and its small
 * files; and links to what the whole search imports. Fetched one after the other, each would take a
 * round trip.
 */
export async function preloadSearch(root: string, base: string): Promise<void> {
  const folder = join(root, '_astro');
  const isElement = (name: string) =>
    /^code-search\..*\.js$/.test(name) &&
    readFileSync(join(folder, name), 'utf8').includes('customElements.define');
  const entry = readdirSync(folder).find(isElement);
  if (entry === undefined) throw new Error('_astro/ has no script of the search');
  const [, ...imported] = importsOf(folder, [entry]);
  const modules = [
    `<script type="module" src="${base}_astro/${entry}"></script>`,
    ...imported.map((name) => `<link rel="modulepreload" href="${base}_astro/${name}">`),
  ].join('');
  const answer = `<script>${await bundleScript(answerScript)}</script>`;
  for (const locale of locales) {
    const file = join(root, locale, 'find/index.html');
    const html = readFileSync(file, 'utf8');
    const files = readFiles(html, root).join('');
    // The policy has to allow the new parts: `guardPages` makes another.
    seen.pages.delete(`${locale}/find/index.html`);
    writeFileSync(
      file,
      html
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
        .replace(/<link rel="stylesheet" href="([^"]+)">/g, (_, href: string) => {
          const css = readFileSync(join(root, decodeURI(href).slice(base.length)), 'utf8').trim();
          return `<style>${css}</style>`;
        })
        .replace('</head>', (end) => modules + end)
        .replace('</body>', (end) => files + answer + end),
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

/** The files as elements, which `load-files.ts` reads: the strings of results, and a small index. */

function readFiles(html: string, root: string): string[] {
  const [, locale] = /<code-search[^>]* data-locale="([\w-]+)"/.exec(html) ?? [];
  const [, shards] = /<code-search[^>]* data-shards="(\d+)"/.exec(html) ?? [];
  if (!locale) throw new Error('a find page has no search box');
  return [`words-${locale}`, ...(shards === '0' ? ['core'] : [])].map((name) => {
    const json = readFileSync(join(root, `search/${name}.json`), 'utf8');
    return `<script type="application/json" id="${name}.json">${json.replaceAll('<', '\\u003c')}</script>`;
  });
}
