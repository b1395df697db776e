/** What a reader sees and can do, asked of the built site in a browser. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readPermalinks } from '../../scripts/ingest/load/permalinks.ts';
import { projectRoot } from '../support/content.ts';
import { bare, readNaively } from '../support/naive-documents.ts';
import { type CodePage, readCodePages } from './support/read-code-pages.ts';
import { phone, useSite } from './support/site.ts';

const locales = ['en', 'zh-cn'] as const;
/** Every code with its slug, its cases and the other anchors that lead to them, as recorded. */
const { catalogs: recorded } = readPermalinks(projectRoot);
const anchor = '413-request-entity-too-large';
/** A page of each kind, in turn in English and Chinese. */
const kinds = [
  '',
  'apig/',
  'jdcloud-apigateway/',
  'apig/apig-0201/',
  'apig/apig-0101/',
  'apig/apig-0108/',
  'jdcloud-apigateway/unknown/',
  'sources/',
  'sources/apig/otc-2024-12/',
  'sources/apig/huaweicloud-2018-12/',
  'guides/linking/',
  'apig/compare/otc-2024-12..huaweicloud-web/',
  'apig/worklist/',
  'find/',
  'offline/',
].map((path, at) => `/${locales[at % 2]}/${path}`);

const site = useSite();

const hashOf = (page: Page) => new URL(page.url()).hash;
const isInView = (page: Page, id: string) =>
  page.evaluate((wanted) => {
    const top = document.getElementById(wanted)?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < innerHeight / 2;
  }, id);
const settle = (page: Page, id: string) =>
  page.waitForFunction((wanted) => {
    const top = document.getElementById(wanted)?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < innerHeight / 2;
  }, id);

describe('finding a meaning', () => {
  for (const [locale, catalog, meaning] of [
    ['en', 'API Gateway', 'Meaning'],
    ['zh-cn', 'API网关', '含义'],
  ] as const) {
    test(`from the home page in ${locale}, two clicks away`, async () => {
      const page = await site.open(`/${locale}/`);
      await page.getByRole('main').getByRole('link', { name: catalog, exact: true }).click();
      await page.getByRole('link', { name: 'Request entity too large.' }).click();
      assert.equal(page.url(), `${site.url}/${locale}/apig/apig-0201/#${anchor}`);
      await settle(page, anchor);
      const section = page.getByRole('region', { name: 'Request entity too large.' });
      assert.equal((await section.getByText(meaning, { exact: true }).count()) >= 1, true);
      for (const text of ['The request body exceeds 12 MB.', '减小请求body大小。']) {
        assert.ok(await section.locator('.pair').getByText(text).isVisible(), text);
      }
    });
  }

  test('switching the language keeps the page and the place on it', async () => {
    const page = await site.open(`/en/apig/apig-0201/#${anchor}`);
    await page.getByRole('link', { name: '中文', exact: true }).click();
    assert.equal(page.url(), `${site.url}/zh-cn/apig/apig-0201/#${anchor}`);
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
    await settle(page, anchor);
  });

  test('the list of cases answers without a click, and jumps to the cases', async () => {
    const page = await site.open('/en/apig/apig-0201/');
    const items = page.locator('ol.cases > li');
    assert.equal(await items.count(), 7);
    for (const text of ['HTTP 413', 'Reduce the size of the request body.'])
      assert.ok(await items.getByText(text).first().isVisible(), text);
    await items.filter({ hasText: '502' }).getByRole('link').click();
    assert.equal(hashOf(page), '#502-backend-unavailable');
    await settle(page, '502-backend-unavailable');
    assert.equal(await isInView(page, '400-api-request-error'), false);
  });

  test('the menu of a phone opens, and closes once a place is chosen', async () => {
    const page = await site.open('/zh-cn/apig/', { viewport: phone });
    const menu = page.locator('#site-navigation');
    assert.equal(await menu.isVisible(), false);
    await page.getByRole('button', { name: '菜单' }).click();
    await menu.getByRole('link', { name: 'APIG.04' }).click();
    await menu.waitFor({ state: 'hidden' });
    await settle(page, 'family-apig-04');
  });

  test('the theme that was chosen stays', async () => {
    const page = await site.open('/en/', { colorScheme: 'light' });
    await page.getByLabel('Colour theme').selectOption('dark');
    await page.goto(`${site.url}/en/apig/`);
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  });
});

test('every kind of page has the same links in its header, where they have room', async () => {
  const page = await site.open('/en/', { viewport: { width: 1280, height: 900 } });
  for (const path of kinds) {
    await page.goto(site.url + path);
    const links = page.locator('.site-header .site-links a:visible');
    const expected = path.startsWith('/en')
      ? ['Catalogs', 'Guides', 'Sources']
      : ['错误码目录', '使用指南', '来源文档'];
    assert.deepEqual(await links.allTextContents(), expected, path);
  }
});

test('the code being read has room in the header beside the links', async () => {
  for (const width of [1040, 1280, 1440])
    for (const path of [
      '/en/apig/apig-0201/',
      '/zh-cn/jdcloud-apigateway/apigateway-api-path-isrepeat/',
    ]) {
      const page = await site.open(path, { viewport: { width, height: 500 } });
      await page.evaluate(() => scrollTo(0, 400));
      const here = page.locator('.here');
      await here.waitFor();
      const fault = await page.locator('.bar').evaluate((bar) => {
        const boxes = [...bar.children].map((part) => part.getBoundingClientRect());
        const shown = boxes.filter(({ width }) => width > 0);
        const overlap = shown.some(
          (box, at) => box.right > (shown[at + 1]?.left ?? innerWidth) + 1,
        );
        const name = bar.querySelector('.here b');
        return { overlap, isCut: name !== null && name.scrollWidth > name.clientWidth };
      });
      assert.deepEqual(fault, { overlap: false, isCut: false }, `${path} at ${width}`);
      await here.click();
      const [button, list] = await Promise.all(
        ['.here', '.here-cases'].map((part) => page.locator(part).boundingBox()),
      );
      assert.ok(Math.abs((button?.x ?? 0) - (list?.x ?? 0)) < 2, `${path} at ${width}`);
    }
});

test('copying gives the code and the link, and says so', async () => {
  const page = await site.open('/en/apig/apig-0201/?q=1#somewhere', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy code' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
  assert.equal(await clipboard(), 'APIG.0201');
  const section = page.getByRole('region', { name: 'Request entity too large.' });
  const button = section.getByRole('button', { name: 'Copy link' });
  await button.click();
  await section.locator('[data-copy-link][data-done]').waitFor();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
  assert.equal(await clipboard(), `${site.url}/c/APIG.0201/#${anchor}`);
  await section.locator('[data-copy-link]:not([data-done])').waitFor();
});

describe('every code', () => {
  const codes = Object.entries(recorded).flatMap(([catalog, own]) =>
    Object.entries(own.codes).map(([code, record]) => ({ catalog, code, ...record })),
  );
  const pages = new Map<string, CodePage>();
  before(async () => {
    const page = await site.open('/');
    const paths = locales.flatMap((locale) =>
      codes.map(({ catalog, slug }) => `/${locale}/${catalog}/${slug}/`),
    );
    for (const read of await readCodePages(page, paths)) pages.set(read.path, read);
  });

  test('has a page in both languages, with its cases and every anchor ever used', () => {
    assert.equal(codes.length, 133);
    assert.equal(pages.size, 266);
    for (const locale of locales) {
      for (const { catalog, slug, cases } of codes) {
        const page = pages.get(`/${locale}/${catalog}/${slug}/`);
        assert.deepEqual(page?.headings.toSorted(), Object.keys(cases).sort(), slug);
        const missing = Object.values(cases)
          .flat()
          .filter((id) => !page?.ids.includes(id));
        assert.deepEqual(missing, [], slug);
      }
    }
  });

  test('has each cell of each row of each document, verbatim, once', () => {
    let total = 0;
    for (const [variant, rows] of Object.entries(readNaively(projectRoot))) {
      const catalog = variant === 'jdcloud' ? 'jdcloud-apigateway' : 'apig';
      for (const { code, ...cells } of rows) {
        total += 1;
        const slug = recorded[catalog]?.codes[code]?.slug;
        for (const locale of locales) {
          const shown = pages.get(`/${locale}/${catalog}/${slug}/`)?.rows ?? [];
          const same = shown.filter(
            (row) =>
              row.variant === variant &&
              Object.entries(cells).every(([field, text]) => bare(row.cells[field]) === text),
          );
          assert.equal(same.length, 1, `${locale} ${variant} ${code} ${JSON.stringify(cells)}`);
        }
      }
    }
    assert.equal(total, 292);
    const shown = [...pages.values()].reduce((sum, { rows }) => sum + rows.length, 0);
    assert.equal(shown, total * locales.length, 'a page shows a row that no document has');
  });
});

test('a code says in which language it is missing, where that means anything', async () => {
  const page = await site.newPage();
  for (const [path, said, unsaid] of [
    ['/en/apig/apig-0108/', 'Not documented in English', 'Not documented in Chinese'],
    ['/zh-cn/apig/apig-0108/', '英文版未收录', '中文版未收录'],
    ['/zh-cn/jdcloud-apigateway/unknown/', '该错误码目录仅收录了英文文档', '版未收录'],
  ] as const) {
    await page.goto(site.url + path);
    assert.ok(await page.getByText(said).first().isVisible(), `${path}: ${said}`);
    assert.equal(await page.getByText(unsaid).count(), 0, `${path}: ${unsaid}`);
  }
  await page.goto(`${site.url}/en/jdcloud-apigateway/unknown/`);
  assert.equal(await page.getByText(/Available in|Not documented in/).count(), 0);
});

describe('without JavaScript', () => {
  test('everything can be read, and nothing is offered that would not work', async () => {
    const page = await site.open('/', { javaScriptEnabled: false });
    for (const path of ['/', '/404.html', ...kinds]) {
      await page.goto(site.url + path);
      assert.ok(await page.locator('h1').isVisible(), path);
      assert.equal(await page.locator('[data-needs-script]:visible').count(), 0, path);
    }
  });

  test('a case, its differences and each document are there, in the system’s colours', async () => {
    const page = await site.open('/zh-cn/apig/apig-0201/', {
      javaScriptEnabled: false,
      colorScheme: 'light',
    });
    const section = page.locator('section', {
      has: page.locator('[id="502-backend-unavailable"]'),
    });
    assert.ok(
      await section.locator('.line', { hasText: '原为503（华为云2018年12月）' }).isVisible(),
    );
    assert.equal(await section.locator('.changes').first().isVisible(), false);
    await section.getByText('来源与差异').click();
    assert.ok(await section.locator('dl.changes').getByText('503').first().isVisible());
    assert.ok(await section.locator('del').first().isVisible());
    assert.ok(await section.locator('tr[data-document=otc-2023-10]').first().isVisible());
    const paper = () =>
      page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    assert.equal(await paper(), 'rgb(251, 250, 247)');
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.equal(await paper(), 'rgb(18, 19, 23)');
  });
});

test('documents and related codes are beside the text of a code with one case, below it on a phone', async () => {
  const boxes = async (viewport: { width: number; height: number }) => {
    const page = await site.open('/en/apig/apig-0301/', { viewport });
    const related = page.getByRole('navigation', { name: 'Documents and related codes' });
    assert.equal(await related.count(), 1);
    const links = await related.getByRole('link').allTextContents();
    assert.ok(
      links.includes('Open Telekom Cloud 2024-12') && links.includes('APIG.0303'),
      `${links}`,
    );
    const [text, beside] = [
      await page.getByRole('main').boundingBox(),
      await related.boundingBox(),
    ];
    return { text: text ?? assert.fail(), beside: beside ?? assert.fail() };
  };
  const wide = await boxes({ width: 1440, height: 900 });
  assert.ok(wide.beside.x >= wide.text.x + wide.text.width && wide.beside.y < 200);
  const narrow = await boxes({ width: 390, height: 844 });
  assert.ok(narrow.beside.y >= narrow.text.y + narrow.text.height - 60 && narrow.beside.x < 60);
});
