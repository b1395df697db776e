/** Published links in a build of changed content, at a sub-path of another host. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { copyProject } from '../../scripts/bench/copy-project.ts';
import { type StaticServer, startServer } from '../../scripts/serve/static-server.ts';
import { findWronglyMarked, readTexts } from '../browser/support/read-language.ts';
import { runAxe } from '../browser/support/run-axe.ts';
import { phone, wide } from '../browser/support/site.ts';
import { linksOf, walkLinks } from '../browser/support/walk-links.ts';
import { launchBrowser } from '../support/browser.ts';
import { parseHtml } from '../support/built-site.ts';
import { edit } from '../support/content.ts';
import { runScript } from '../support/project.ts';

const base = '/docs/errors/';
let server: StaticServer;
let browser: Browser;
let walked: Awaited<ReturnType<typeof walkLinks>>;
before(async () => {
  const root = copyProject('retired');
  retireContent(root);
  runScript(root, 'build', { BASE_PATH: '/docs/errors', SITE_URL: 'https://help.example' });
  [server, browser] = await Promise.all([
    startServer({ root: join(root, 'dist'), base }),
    launchBrowser(),
  ]);
  walked = await walkLinks(server.url, ['apig-0624']);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Retires a code, a case and a document, and renames a code. */
function retireContent(root: string): void {
  const web = 'content/sources/apig/huaweicloud-web.zh.md';
  edit(root, web, /\nAPIG\.0108[^\n]*/, '');
  edit(root, web, '\nAPIG.0624 |', '\nAPIG.0699 |');
  edit(
    root,
    'content/sources/jdcloud-apigateway/jdcloud.en.md',
    /\n\|? *FAILED_PRECONDITION *\| *409[^\n]*/,
    '',
  );
  rmSync(join(root, 'content/sources/apig/otc-2023-10.en.rst'));
  edit(root, 'content/catalogs.yaml', / {4}- id: otc-2023-10\n.*?(?= {4}- id: )/s, '');
  edit(root, 'content/catalogs.yaml', '      follows: otc-2023-10\n', '');
  writeFileSync(join(root, 'content/curation/defects.yaml'), '[]\n');
  const note = 'note: { en: Gone for good., zh-CN: 已删除。 }, by: test';
  const renamed = 'from: apig-0624, code: APIG.0699, because: renamed, by: test';
  writeFileSync(
    join(root, 'content/curation/permalinks.yaml'),
    `aliases: []
redirects:
  - { catalog: apig, ${renamed} }
retired:
  - { catalog: apig, code: APIG.0108, ${note} }
  - { catalog: apig, variant: otc-2023-10, ${note} }
  - { catalog: jdcloud-apigateway, code: FAILED_PRECONDITION, case: 409-parameters-are-dependent-to-each-other-in-size, ${note} }
`,
  );
}

test('every published page and anchor is still there', () => {
  const { broken, pages } = walked;
  assert.deepEqual(broken, []);
  const page = (path: string) => pages.get(path) ?? '';
  assert.match(page('en/apig/apig-0108/'), /Retired.*Gone for good\..*服务器分组ID不存在/s);
  assert.match(page('zh-cn/jdcloud-apigateway/failed-precondition/'), /已停用.*已删除。/s);
  assert.match(page('en/sources/apig/otc-2023-10/'), /Retired.*no longer used here/s);
  assert.ok(page('en/apig/apig-0624/').includes(`href="${base}en/apig/apig-0699/"`));
  assert.ok(page('c/APIG.0624/').includes(`href="${base}zh-cn/apig/apig-0699/"`));
});

test('links stay below the sub-path and lead to files', async () => {
  const targets = new Set<string>();
  for (const [path, html] of walked.pages) {
    for (const link of linksOf(html, '/')) {
      assert.ok(`/${link}`.startsWith(base), `${path} links to /${link}, outside the base`);
    }
    for (const link of linksOf(html, base)) targets.add(link);
    assert.doesNotMatch(html, /error-codes\.example/, path);
  }
  for (const target of targets) {
    const response = await fetch(`${server.url}${target}`, { redirect: 'manual' });
    assert.equal(response.status, 200, target);
    await response.body?.cancel();
  }
  const index = await (await fetch(`${server.url}api/v1/index.json`)).json();
  assert.deepEqual([index.site, index.base], ['https://help.example', base]);
});

test('scripts lead on from short, mistyped, renamed and pinned addresses', async () => {
  const page = await browser.newPage({ locale: 'en' });
  const anchor = '#413-request-entity-too-large';
  const follow = async (from: string, to: string) => {
    await page.goto(`${server.url}${from}`);
    await page.waitForURL(`${server.url}${to}`);
  };
  await follow(
    `c/APIG.0201/?variant=otc-2024-12${anchor}`,
    `en/apig/apig-0201/?variant=otc-2024-12${anchor}`,
  );
  await follow('apig.201', 'en/apig/apig-0201/');
  await page.goto(`${server.url}c/APIG.0201/?variant=otc-2023-10${anchor}`);
  const pinned = page.locator('.pinned', { hasText: 'Open Telekom Cloud 2023-10' });
  await pinned.getByText('12 MB').waitFor();
  const renamed = '400-unsupported-signature-algorithm-x';
  await follow(`zh-cn/apig/apig-0624/#${renamed}`, `zh-cn/apig/apig-0699/#${renamed}`);
  assert.ok(await page.locator(`[id="${renamed}"]`).isVisible());
  await page.close();
});

test('retired pages are accessible and marked with their languages', async () => {
  const page: Page = await browser.newPage({ serviceWorkers: 'block' });
  for (const path of [
    'en/apig/apig-0108/',
    'zh-cn/jdcloud-apigateway/failed-precondition/',
    'zh-cn/sources/apig/otc-2023-10/',
  ]) {
    await page.goto(`${server.url}${path}`);
    for (const viewport of [phone, wide]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await runAxe(page), [], `${path} ${viewport.width} ${colorScheme}`);
      }
    }
    const texts = readTexts(parseHtml(await page.content()));
    assert.deepEqual(findWronglyMarked(texts, ['Open Telekom Cloud']), [], path);
  }
  await page.close();
});
