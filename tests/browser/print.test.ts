/** Pages on paper: the whole text without controls, black on white, with permanent addresses. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './support/site.ts';

/** A4 without its margins of 12 mm, in CSS pixels. */
const paper = { width: 703, height: 1032 };
const controls =
  '.site-header, nav.side, nav.contents, .neighbours, .tools, .view, .other-toggle, code-search, .filter, button, form, input, select';
const kinds = [
  'en/apig/apig-0201/',
  'zh-cn/apig/apig-0101/',
  'zh-cn/jdcloud-apigateway/failed-precondition/',
  'en/apig/',
  'zh-cn/jdcloud-apigateway/',
  'en/apig/compare/',
  'zh-cn/apig/compare/otc-2024-12..huaweicloud-web/',
  'en/apig/compare/huaweicloud-2018-12..huaweicloud-web/',
  'en/apig/worklist/',
  'zh-cn/apig/worklist/',
  'en/apig/history/otc/',
  'en/sources/',
  'en/sources/apig/otc-2023-10/',
  'zh-cn/sources/apig/huaweicloud-2018-12/',
  'en/',
  'zh-cn/guides/linking/',
  'offline/error-codes.html#zh-cn/',
  'offline/error-codes.html#en/apig/apig-0201/',
];

const site = useSite({ keepPages: true });
let page: Page;
describe('on paper', () => {
  before(async () => {
    // Whoever reads in the dark prints on white paper all the same.
    page = await site.open('/en/', { viewport: paper, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
  });

  describe('any kind of page on paper', () => {
    for (const path of kinds) {
      test(`/${path}`, async () => {
        await page.goto(`${site.url}/${path}`);
        const found = await page.evaluate((selector) => {
          const isSeen = (element: Element) =>
            element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
            element.getBoundingClientRect().height > 0;
          const named = (elements: Element[]) =>
            elements.map(({ tagName, className }) => `${tagName}.${className}`);
          const folded = [
            ...document.querySelectorAll('details:not(.evidence) > :not(summary)'),
          ].filter(
            (element) =>
              element.textContent?.trim() &&
              element.parentElement?.checkVisibility() &&
              !isSeen(element),
          );
          const wide = [...document.querySelectorAll('main table, main pre')].filter(
            (element) => element.getBoundingClientRect().right > innerWidth + 1,
          );
          const { color } = getComputedStyle(document.body);
          const { backgroundColor } = getComputedStyle(document.documentElement);
          return {
            controls: named([...document.querySelectorAll(selector)].filter(isSeen)),
            folded: named(folded),
            cutOff: named(wide),
            excess: Math.max(0, document.documentElement.scrollWidth - innerWidth),
            colours: [color, backgroundColor],
          };
        }, controls);
        assert.deepEqual(found, {
          controls: [],
          folded: [],
          cutOff: [],
          excess: 0,
          colours: ['rgb(27, 26, 24)', 'rgb(251, 250, 247)'],
        });
      });
    }
  });

  test('each case says its lasting address, and each page its own', async () => {
    for (const [path, site_] of [
      ['en/apig/apig-0201/', 'https?://[^/]+.*/c/APIG\\.0201/#\\d{3}-'],
      ['zh-cn/apig/apig-0201/', 'https?://[^/]+.*/c/APIG\\.0201/#\\d{3}-'],
    ] as const) {
      await page.goto(`${site.url}/${path}`);
      const shown = await page.locator('main section .address:visible').allTextContents();
      assert.equal(shown.length, 7, path);
      for (const address of shown) assert.match(address, new RegExp(`^${site_}`));
    }
    await page.goto(`${site.url}/offline/error-codes.html#en/apig/apig-0201/`);
    const cases = await page.locator('section.case:visible').evaluateAll((sections) =>
      sections.map((section) => ({
        printed: getComputedStyle(section, '::after').content,
        address: (section as HTMLElement).dataset['short'] ?? '',
      })),
    );
    assert.equal(cases.length, 7);
    for (const { printed, address } of cases) {
      assert.notEqual(printed, 'none');
      assert.match(address, /^https?:.*\/c\/APIG\.0201\/$/);
    }
    for (const path of ['en/apig/worklist/', 'zh-cn/sources/apig/otc-2023-10/']) {
      await page.goto(`${site.url}/${path}`);
      const [address] = await page.locator('.site-footer .address:visible').allTextContents();
      assert.ok(address?.endsWith(`/${path}`), `${path}: ${address}`);
    }
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await page.locator('.address:visible').count(), 0);
    await page.emulateMedia({ media: 'print' });
  });

  test('both languages stand side by side, and tables keep their heads', async () => {
    await page.goto(`${site.url}/en/apig/apig-0201/`);
    const places = await page
      .locator('section.case')
      .first()
      .evaluate((section) =>
        [...section.querySelectorAll('.pair:first-child > [data-variant]')].map((text) => {
          const { left, top } = text.getBoundingClientRect();
          return { left, top };
        }),
      );
    const [english, chinese] = places;
    assert.ok(english && chinese && english.left < chinese.left && english.top === chinese.top);
    // The evidence is printed where the reader has opened it.
    assert.equal(await page.locator('.matrix:visible').count(), 0);
    await page
      .locator('details.evidence')
      .first()
      .evaluate((evidence) => evidence.setAttribute('open', ''));
    assert.equal(await page.locator('.matrix:visible').count(), 1);
    assert.ok(await page.locator('.matrix thead').first().isVisible());
    await page.goto(`${site.url}/en/apig/`);
    assert.ok(await page.locator('table.codes thead').first().isVisible());
    const rows = page.locator('table.codes tr[data-mark]');
    assert.equal(
      await page.locator('table.codes tr[data-mark]:visible').count(),
      await rows.count(),
    );
    assert.ok((await rows.count()) > 70);
  });

  test('the page with the most cases takes few sheets', async () => {
    await page.goto(`${site.url}/en/apig/apig-0201/`);
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '12mm', right: '12mm', bottom: '12mm', left: '12mm' },
    });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(sheets > 2 && sheets <= 8, `${sheets} sheets`);
  });
});
