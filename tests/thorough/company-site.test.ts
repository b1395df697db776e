/** A company's own documents below a sub-path: no foreign or false word, no broken link. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { contentTextOf } from '../browser/support/content-text.ts';
import { addressOf } from '../support/built-site.ts';
import type { TestDocument } from '../support/content.ts';
import { findBrokenLinks, readLinks } from '../support/links.ts';
import { filesOf, runScript } from '../support/project.ts';
import { projectOf, tableOf } from '../support/project-of.ts';

const host = 'https://docs.lanhua.example';
const base = '/help/errors/';
const publisher = { en: 'Lanhua', 'zh-CN': '兰花' };
const site = {
  name: { en: 'Lanhua errors', 'zh-CN': '兰花报错' },
  tagline: { en: 'What went wrong, and what helps', 'zh-CN': '哪里出错，如何解决' },
  description: { en: 'Every error of the Lanhua ledger.', 'zh-CN': '兰花账本的全部报错。' },
  official: true,
  publisher: { name: publisher, contact: 'help@lanhua.example' },
  report: 'https://lanhua.example/issues/new?title={{code}}&body={{url}}',
  accent: { light: '#0b5d3b', dark: '#7fd9ae' },
  mark: 'content/mark.svg',
  links: [
    { label: { en: 'Status page', 'zh-CN': '运行状态' }, url: 'https://status.lanhua.example/' },
  ],
};
const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/></svg>\n';
const rows = (edition: number) => [
  [
    'LD-1001',
    edition === 1 ? '403' : '401',
    'Signature rejected',
    'The signature does not match.',
    'Sign the entry again.',
  ],
  ['LD-1001', '400', 'Signature missing', 'The entry has no signature.', 'Sign the entry.'],
  ['LD-1002', '413', 'Entry too large', `The entry exceeds ${edition} MB.`, 'Split the entry.'],
  [
    'LD-2001',
    '503',
    'Ledger closed \\</title>',
    'The ledger is closed for the night.',
    'Try again in the morning.',
  ],
];
const chineseRows = [
  ['LD-1001', '401', 'Signature rejected', '签名不匹配。', '请重新签名。'],
  ['LD-1001', '400', 'Signature missing', '条目没有签名。', '请签名。'],
  ['LD-1002', '413', 'Entry too large', '条目超过2 MB。', '请拆分条目。'],
  ['LD-2001', '503', 'Ledger closed \\</title>', '账本夜间关闭。', '请于早晨重试。'],
];
const common = { publisher, licence: 'Lanhua documentation terms' };
const table = (headings: string, own: string[][]) => tableOf(headings.split('|'), own);
const english = 'Error Code|HTTP Status Code|Error Message|Description|Solution';
const chinese = '错误码|HTTP状态码|错误信息|描述|处理措施';
const documents: TestDocument[] = [
  { id: 'en-1', revision: '2025-01', text: table(english, rows(1)) },
  { id: 'en-2', revision: '2025-02', follows: 'en-1', text: table(english, rows(2)) },
  {
    id: 'zh',
    lang: 'zh-CN',
    lineage: 'zh',
    revision: '2025-02',
    translates: 'en-2',
    text: table(chinese, chineseRows),
  },
].map((document) => ({ ...document, ...common }) as TestDocument);
const catalogs = [{ id: 'ledger', title: { en: 'Ledger', 'zh-CN': '账本' }, documents }];

let files: Map<string, string>;
let root: string;
before(() => {
  root =
    process.env['COMPANY'] ?? projectOf('company', catalogs, site, { 'content/mark.svg': mark });
  if (!process.env['COMPANY']) {
    runScript(root, 'permalinks');
    runScript(root, 'build', { SITE_URL: host, BASE_PATH: base, OUT_DIR: '' });
  }
  files = new Map(
    [...filesOf(join(root, 'dist'))]
      .filter(
        ([path]) =>
          /\.(html|md|json|txt|xml|csv|webmanifest)$/.test(path) && !path.startsWith('pagefind/'),
      )
      .map(([path, bytes]) => [path, String(bytes)]),
  );
});
after(() => {
  if (!process.env['COMPANY']) rmSync(root, { recursive: true, force: true });
});

/** Words of our own documents and of our own site, and what is false for a site of one publisher. */
const foreign =
  /Huawei|华为|Telekom|\bJD\b|jdcloud|京东|APIG|API Gateway|API网关|unofficial|非官方|\bvendors?\b|厂商|error-code-reference|错误码参考|API error codes|(?<![.\w])error-codes\.example|\botc\b|other catalogs|其他错误码目录|\bpublishers\b|各发布方|own cloud|云服务/i;

test('no file has a word of other documents or another site, or one that is false here', () => {
  assert.ok(files.size > 100);
  const found = [...files].flatMap(([path, text]) => {
    const [word] = foreign.exec(path.endsWith('.html') ? contentTextOf(text) : text) ?? [];
    return word === undefined ? [] : [`${path}: ${word}`];
  });
  assert.deepEqual(found, []);
});

test('every page has the name of the site, its mark and its colour', () => {
  for (const [path, html] of files) {
    if (!/^(en|zh-cn)\/.*index\.html$/.test(path) || html.includes('http-equiv="refresh"'))
      continue;
    const name = path.startsWith('en') ? site.name.en : site.name['zh-CN'];
    assert.match(html, new RegExp(`<title>[^<]*${name}</title>`), path);
    assert.ok(
      html.includes(`data:image/svg+xml,${encodeURIComponent(mark.trim())}`),
      `${path}: mark`,
    );
    assert.ok(html.includes('light-dark(#0b5d3b,#7fd9ae)'), `${path}: colour`);
    assert.ok(html.includes('https://status.lanhua.example/'), `${path}: links`);
  }
  assert.match(files.get('en/about/index.html') ?? '', /mailto:help@lanhua\.example/);
  const manifest = JSON.parse(files.get('manifest.webmanifest') ?? '');
  assert.equal(manifest.name, 'Lanhua errors · 兰花报错');
});

test('“Report a mistake” names the code and its permalink', () => {
  const link = `https://lanhua.example/issues/new?title=LD-1002&body=${encodeURIComponent(`${host}${base}c/LD-1002/`)}`;
  for (const locale of ['en', 'zh-cn']) {
    const { links } = readLinks(files.get(`${locale}/ledger/ld-1002/index.html`) ?? '');
    assert.ok(links.includes(link), locale);
  }
});

test('previews, alternates and reports name addresses of this site only', () => {
  const own = `${host}${base}`;
  let found = 0;
  for (const [path, html] of files) {
    if (!path.endsWith('.html') || path.startsWith('offline/')) continue;
    const { links } = readLinks(html);
    for (const [, address = ''] of html.matchAll(
      /<(?:meta|link)\b[^>]*\b(?:content|href)="(https?:[^"]*)"/g,
    )) {
      assert.ok(address.startsWith(own), `${path}: ${address}`);
      found += 1;
    }
    // The built-in mark is none of this site's.
    assert.ok(!html.includes('preview.png'), path);
    const reports = links.filter((link) => link.startsWith(site.report.split('?')[0] ?? ''));
    for (const report of reports) {
      const body = new URL(report.replaceAll('&amp;', '&')).searchParams.get('body') ?? '';
      assert.ok(body.startsWith(own), `${path}: ${body}`);
    }
    if (/^(en|zh-cn)\/(.*\/)?index\.html$/.test(path) && !html.includes('http-equiv="refresh"'))
      assert.ok(reports.length > 0, path);
  }
  assert.ok(found > 100);
});

test('the guides quote codes of this site, with its address', () => {
  for (const locale of ['en', 'zh-cn']) {
    const text = contentTextOf(files.get(`${locale}/guides/linking/index.html`) ?? '');
    assert.ok(text.includes(`${host}${base}c/LD-1001/401/`), locale);
  }
});

test('links lead to pages below the sub-path', () => {
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  const linksOf = (path: string) => readLinks(files.get(path) ?? '');
  const own = { root: join(root, 'dist'), url: `${host}${base}`, linksOf };
  assert.deepEqual(
    pages.flatMap(([path]) => findBrokenLinks(own, path, addressOf(path))),
    [],
  );
});
