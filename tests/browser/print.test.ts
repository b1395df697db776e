/** Pages on paper: permanent addresses, both languages, few sheets. That every kind of page is whole: page-kinds.test.ts. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { paper, useSite } from './support/site.ts';

const site = useSite({ keepPages: true });
let page: Page;
describe('on paper', () => {
  before(async () => {
    page = await site.open('/en/', { viewport: paper });
    await page.emulateMedia({ media: 'print' });
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

  test('a filtered catalog says which of its rows are printed', async () => {
    await page.goto(`${site.url}/en/apig/?text=token`);
    const filter = page.locator('form.filter');
    const rows = await page.locator('table.codes tbody:visible').count();
    assert.ok(rows > 0 && rows < 71, `${rows}`);
    assert.equal(await filter.locator('output:visible').textContent(), `${rows} of 71 codes`);
    assert.equal(await filter.locator('[type=search]:visible').inputValue(), 'token');
    assert.equal(await filter.locator('.toggle:visible').count(), 0);
    await page.goto(`${site.url}/en/apig/?class=5xx`);
    assert.match((await filter.locator('.toggle:visible').allTextContents()).join(), /^5xx \d+$/);
    assert.match((await filter.locator('output:visible').textContent()) ?? '', /^\d+ of 71 codes$/);
    assert.equal(await filter.locator('[type=search]:visible').count(), 0);
    await page.goto(`${site.url}/en/apig/`);
    assert.ok(await filter.isHidden());
  });

  test('a search is printed with what was looked for and found, without what else there is', async () => {
    await page.goto(`${site.url}/en/find/?q=${encodeURIComponent('APIG.0101\nAPIG.0303')}`);
    await page.locator('[data-results][data-state=done]').waitFor({ state: 'attached' });
    const text = page.locator('#search-text');
    assert.ok(await text.isVisible());
    assert.equal(await text.inputValue(), 'APIG.0101\nAPIG.0303');
    const found = page.locator('#search-results [role=option]:visible');
    const shown = await found.allTextContents();
    assert.equal(shown.length, 2);
    assert.match(shown.join(), /APIG\.0101.*APIG\.0303/s);
    assert.equal(
      await page.locator('#catalogs, #catalogs ~ ul').filter({ visible: true }).count(),
      0,
    );
    assert.equal(await page.locator('main button:visible').count(), 0);
    const empty = await site.open('/en/find/', { viewport: paper });
    await empty.emulateMedia({ media: 'print' });
    assert.ok(await empty.locator('#catalogs').isVisible());
    assert.ok(await empty.locator('#search-text').isHidden());
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

  test('on wide paper, too, the text has the whole width', async () => {
    for (const path of [
      'en/apig/apig-0201/',
      'zh-cn/apig/',
      'en/sources/apig/otc-2024-12/',
      'en/guides/reading/',
    ]) {
      for (const width of [1040, 1500]) {
        await page.setViewportSize({ width, height: 740 });
        await page.goto(`${site.url}/${path}`);
        const main = await page.locator('main').boundingBox();
        assert.ok(
          (main?.width ?? 0) > Math.min(0.9 * width, 1100),
          `${path} at ${width}: ${main?.width} px`,
        );
      }
    }
    await page.setViewportSize(paper);
  });
});
