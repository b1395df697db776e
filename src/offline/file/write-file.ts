import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { accentStyle, nameInBothLanguages } from '../../data/site-settings.ts';
import { ui } from '../../i18n.ts';
import type { LookupCore } from '../../lookup/index/index-format.ts';
import { langOf, locales } from '../../model/lang.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { slugOf } from '../../text/slug.ts';
import { readOwnScript, readOwnStyle } from './bundle.ts';
import { embedPart, type FileAddresses, shorten, splitPage, withoutQuotes } from './embed-page.ts';
import { pruneStyle } from './prune-style.ts';

/** Codes up to which the file has all of their pages. Hosts take files of 25 MiB. */
const maxWhole = 2_000;

/** An article of the file: a page of the site. */
interface Article {
  path: string;
  kind: 'catalog' | 'sources' | 'code';
}

/**
 * Write `offline/error-codes.html`: the find page, the catalogs and all codes of a built site in
 * both languages, with the search, as one file that works from the disk without a network. The pages
 * are those of the build, so their texts and their look are the site's.
 *
 * @throws With the path of the page when a page is missing or not laid out as expected.
 */
export async function writeFile(folder: string, base: string, site: string): Promise<number> {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const readPage = (path: string) => read(`${path}index.html`);
  const split = (path: string) => {
    try {
      return splitPage(readPage(path));
    } catch (error) {
      throw new Error(`${path}index.html: ${error instanceof Error ? error.message : error}`);
    }
  };
  const core: LookupCore = JSON.parse(read('search/core.json'));
  const isShort = core.catalogs.flatMap(({ codes }) => codes).length > maxWhole;
  const articles = locales.map((locale) => listArticles(locale, core));
  const addresses: FileAddresses = {
    site,
    base,
    pages: new Set([
      ...articles.flat().map(({ path }) => path),
      ...locales.map((locale) => `${locale}/`),
    ]),
  };
  const style = [
    readStyles(readPage(articles[0]?.[0]?.path ?? ''), folder, base),
    accentStyle() ?? '',
    readOwnStyle(),
  ].join('');
  const script = await readOwnScript();
  mkdirSync(join(folder, 'offline'), { recursive: true });
  const output = join(folder, 'offline', 'error-codes.html');
  const file = openSync(output, 'w');
  // Page by page: the file of 10,000 codes does not fit into a string.
  const names = new Set<string>();
  const write = (html: string) => {
    for (const [name] of html.matchAll(/[\w-]+/g)) names.add(name);
    writeSync(file, html);
  };
  writeSync(file, renderHead(style, script));
  for (const [index, locale] of locales.entries()) {
    const path = `${locale}/`;
    // The find page is the start of the file.
    const embed = (html: string) =>
      embedPart(html.replace(/(="[^"]*\/(?:en|zh-cn)\/)find\/(?=")/g, '$1'), path, addresses);
    const find = split(`${locale}/find/`);
    const start = shorten(find.start);
    // One main element may lack `hidden`; file.css shows them all the same.
    const main = index === 0 ? start : start.replace(/<main\b/, '$& hidden');
    const text = withoutShards(shorten(find.text), site);
    write(`<div class="locale" id="${path}" lang="${langOf(locale)}">${embed(main + text)}`);
    for (const { path, kind } of articles[index] ?? []) {
      let text = embedPart(shorten(split(path).text, isShort), path, addresses);
      // The start shows the find page and the catalogs below it.
      if (kind === 'catalog')
        text = text.replace(
          /(<\/?h)([12])\b/g,
          (_, start, level) => `${start}${Number(level) + 1}`,
        );
      write(
        `<article data-kind="${kind}" id="${path}" tabindex="-1">${withoutQuotes(text)}</article>`,
      );
    }
    for (const { id } of core.catalogs) write(readPinnedWords(id, articles[index] ?? [], readPage));
    const t = ui(langOf(locale));
    const missing = isShort ? `${t('offline.app.short')} ` : '';
    const online = `<p>${missing}${t('offline.app.online')} <a href="${site}">${site}</a></p>`;
    const end = shorten(find.end).replace('<p class="legal">', `${online}$&`);
    write(`${embed(end)}</div>\n`);
  }
  for (const name of ['core', 'texts', ...locales.map((locale) => `words-${locale}`)]) {
    const json = read(`search/${name}.json`).replaceAll('\n', '').replaceAll('<', '\\u003c');
    write(`<script type="application/json" id="${name}.json">${json}</script>\n`);
  }
  write(`<script type="module">${script}</script>\n</body>\n</html>\n`);
  // In place of the first head, which has the same length.
  const pruned = pruneStyle(style, names);
  const missing = Buffer.byteLength(style) - Buffer.byteLength(pruned);
  writeSync(file, renderHead(pruned + ' '.repeat(missing), script), 0);
  closeSync(file);
  return statSync(output).size;
}

/** Catalogs first: they are what the file shows at the start. */
function listArticles(locale: string, { catalogs }: LookupCore): Article[] {
  const codes = catalogs.flatMap(({ id, codes }) =>
    codes.map(([code, , slug]) => `${locale}/${id}/${slug ?? slugOf(code)}/`),
  );
  return [
    ...catalogs.map(({ id }): Article => ({ path: `${locale}/${id}/`, kind: 'catalog' })),
    { path: `${locale}/sources/`, kind: 'sources' },
    ...codes.map((path): Article => ({ path, kind: 'code' })),
  ];
}

/** Returns the words for pinned links (Pinned.astro) of a catalog: they are the same on all its pages. */
function readPinnedWords(
  catalog: string,
  articles: readonly Article[],
  readPage: (path: string) => string,
): string {
  const first = articles.find(
    ({ kind, path }) => kind === 'code' && path.split('/')[1] === catalog,
  );
  const [words = ''] =
    /<template id="pinned-words".*?<\/template>/s.exec(first ? readPage(first.path) : '') ?? [];
  return words.replace('id="pinned-words"', `data-catalog="${catalog}"`);
}

/** The index is in the file as a whole, and a file has no query in its address. */
const withoutShards = (html: string, site: string) =>
  html.replace(
    /(<code-search[^>]*) data-base="[^"]*"([^>]*) data-shards="\d+"(?: data-from-address(?:="")?)?/,
    `$1 data-base="#" data-site="${site}"$2`,
  );

/** The style sheets of a page as one. */
function readStyles(html: string, folder: string, base: string): string {
  const links = html.matchAll(/<link rel="stylesheet" href="([^"]+)"( media="print")?>/g);
  return [...links]
    .map(([, href = '', print]) => {
      const css = readFileSync(join(folder, decodeURI(href).slice(base.length)), 'utf8').trim();
      return print ? `@media print{${css}}` : css;
    })
    .join('\n');
}

function renderHead(style: string, script: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(nameInBothLanguages())}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<p class="sr-only" role="status" data-copy-words></p>
`;
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
