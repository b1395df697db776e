import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { embedPart } from '../../../src/offline/file/embed-page.ts';
import { pruneStyle } from '../../../src/offline/file/prune-style.ts';
import { writeFile } from '../../../src/offline/file/write-file.ts';
import { scanHtml } from '../../../src/security/scan-html.ts';
import { temporaryFolder, writeFiles } from '../../support/content.ts';
import { hostileTexts } from '../../support/hostile.ts';

const folder = temporaryFolder('offline-file');
const write = (path: string, text: string) => writeFiles(folder, { [path]: text });
const page = (text: string) =>
  `<html><head><link rel="stylesheet" href="/docs/_astro/a.css"></head><body><header>Site</header><main lang="en">${text}</main><footer class="site-footer">Foot</footer></body></html>`;
const addresses = { site: 'https://x.example/docs/', base: '/docs/', pages: new Set(['en/a/b/']) };
const hostile = [...hostileTexts, '</script><script>alert(1)</script>', '<!--<script>', '\u2028'];

test('pages, search index and script are in one file, and only its own script runs', async () => {
  write('_astro/a.css', 'body { color: red }');
  // The index of the search also lists codes that are no longer in use.
  const catalogs = [
    {
      id: 'a',
      codes: [
        ['B', []],
        ['OLD_CODE', []],
        ['Ä', [], 'spelt'],
      ],
    },
  ];
  write('search/core.json', JSON.stringify({ version: 1, catalogs }));
  for (const name of ['texts', 'words-en', 'words-zh-cn'])
    write(`search/${name}.json`, JSON.stringify(hostile));
  for (const locale of ['en', 'zh-cn']) {
    for (const path of ['find', 'sources', 'a', 'a/b', 'a/old-code', 'a/spelt'])
      write(`${locale}/${path}/index.html`, page(`<h1 id="_top">${path}</h1><script>x()</script>`));
  }
  await writeFile(folder, '/docs/', addresses.site);
  const html = readFileSync(join(folder, 'offline/error-codes.html'), 'utf8');
  const ids = [...html.matchAll(/<article[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  const paths = ['a/', 'sources/', 'a/b/', 'a/old-code/', 'a/spelt/'];
  assert.deepEqual(
    ids,
    ['en', 'zh-cn'].flatMap((locale) => paths.map((path) => `${locale}/${path}`)),
  );
  const { scripts, styles, eventHandlers } = scanHtml(html);
  assert.deepEqual([scripts.length, styles.length, eventHandlers], [1, 1, []]);
  for (const text of [...scripts, ...styles]) {
    const hash = createHash('sha256').update(text).digest('base64');
    assert.ok(html.includes(`'sha256-${hash}'`));
  }
  const texts = /<script type="application\/json" id="texts\.json">([^<]*)<\/script>/.exec(
    html,
  )?.[1];
  assert.deepEqual(JSON.parse(texts ?? ''), hostile);
});

test('a page that is missing or laid out differently is an error with its path', async () => {
  write('en/a/old-code/index.html', '<html><body>Nothing</body></html>');
  await assert.rejects(
    writeFile(folder, '/docs/', addresses.site),
    /^Error: en\/a\/old-code\/index\.html: /,
  );
});

test('ids and links lead to the pages of the file, or to the online site', () => {
  for (const [html, expected] of [
    ['<h2 id="x">', '<h2 id="en/p/#x">'],
    ['<b aria-labelledby="l.0 x">', '<b aria-labelledby="en/p/#l.0 en/p/#x">'],
    ['<a href="#x">', '<a href="#en/p/#x">'],
    ['<a href="/docs/en/a/b/">', '<a href="#en/a/b/">'],
    ['<a href="/docs/en/a/b/#y">', '<a href="#en/a/b/#y">'],
    ['<a href="/docs/en/guides/">', '<a href="https://x.example/docs/en/guides/">'],
    ['<p data-short="/docs/c/B/">', '<p data-short="https://x.example/docs/c/B/">'],
    ['<a href="https://other.example/">', '<a href="https://other.example/">'],
    ['<p title="a > b" id="x">', '<p title="a > b" id="en/p/#x">'],
    [
      '<p title=\'a id="x"\'>id="x" &lt;p id="x"></p>',
      '<p title=\'a id="x"\'>id="x" &lt;p id="x"></p>',
    ],
  ]) {
    assert.equal(embedPart(html ?? '', 'en/p/', addresses), expected);
  }
});

test('rules for what is in no page are left out', () => {
  const names = new Set(['a', 'b', 'x']);
  const prune = (css: string) => pruneStyle(css, names);
  assert.equal(
    prune('p,.a .c,.b:hover{top:0}.c{left:0}#x{right:0}'),
    'p,.b:hover{top:0}#x{right:0}',
  );
  assert.equal(prune('@media print{.c{top:0}.a{top:0}}'), '@media print{.a{top:0}}');
  assert.equal(
    prune('.a:not(.c,.d){top:0}:is(.c, p){left:0}'),
    '.a:not(.c,.d){top:0}:is(.c, p){left:0}',
  );
  const others = '@keyframes k{from{top:0}50.5%{top:1px}}.a:is(.c:not(.d),.e){top:0}.lg\\:c{top:0}';
  assert.equal(prune(others), others);
});
