/** axe on pages with something open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runAxe } from './run-axe.ts';
import { phone, type Site, wide } from './site.ts';

/** Other combinations than in page-kinds.test.ts, so that each one is checked somewhere. */
const looks = {
  en: { viewport: phone, colorScheme: 'light' },
  'zh-cn': { viewport: wide, colorScheme: 'dark' },
} as const;

/** Tests half of the states in each language, or the other half. */
export function testOpenStates(site: Site, half: 0 | 1): void {
  for (const locale of ['en', 'zh-cn'] as const) {
    test(`axe finds nothing with something open, ${locale}`, async () => {
      const page = await site.open(`/${locale}/`, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const found: string[] = [];
      let turn = locale === 'en' ? half : 1 - half;
      const checkAsIs = async (where: string) => {
        if (turn++ % 2 > 0) return;
        found.push(...(await runAxe(page)).map((violation) => `${where}: ${violation}`));
      };
      const check = async (where: string) => {
        const { viewport, colorScheme } = looks[locale];
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await checkAsIs(where);
      };
      const go = (path: string) => page.goto(`${site.url}/${locale}/${path}`);
      const search = async (text: string) => {
        await page.fill('#search-text', text);
        await page.waitForSelector('[data-results][data-state=done]');
      };

      await go('apig/apig-0106/');
      await page.keyboard.press('/');
      await page.waitForSelector('dialog.search[open]');
      await check('search, empty');
      await search('签名');
      await page.keyboard.press('ArrowDown');
      await check('search, with an active result');
      await search('zebra quantum');
      await check('search, without results');

      await page.setViewportSize(phone);
      await go('apig/apig-0106/');
      await page.click('.menu-button');
      await page.waitForSelector('nav.side:popover-open');
      await check('menu');

      for (const path of ['apig/?text=zzzz', 'apig/worklist/?q=zzzz']) {
        await go(path);
        await check(path);
      }
      // A phone shows the button of the filters, a wide window the menu of formats.
      await page.setViewportSize(phone);
      await go('apig/');
      await page.click('.filter-more');
      await page.check('.filter [value="4xx"]', { force: true });
      await check('filters');
      await page.setViewportSize(wide);
      await go('apig/apig-0201/#502-backend-unavailable');
      await page.waitForSelector('html[data-past]');
      await page.click('.here');
      await page.waitForSelector('.here-cases:popover-open');
      await checkAsIs('cases');
      await page.keyboard.press('Escape');
      await page.click('section[data-case="502-backend-unavailable"] .formats summary');
      await checkAsIs('formats');
      await page.setViewportSize(phone);
      await page.evaluate(() => localStorage.setItem('both-languages', 'on'));
      await go('apig/apig-0201/');
      await check('both languages');
      await page.setViewportSize(wide);
      await go('apig/apig-0106/');
      await page.click('[data-copy-link]');
      await page.locator('[data-copy-words]', { hasText: /./ }).waitFor({ state: 'attached' });
      await check('copied');
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
      await page.setViewportSize(wide);
      // axe opened every menu.
      await page.locator('.formats').evaluateAll((menus) => {
        for (const menu of menus) menu.removeAttribute('open');
      });
      await page.click('.formats summary');
      await page.click('[data-copy-ticket=plain]');
      await page.waitForSelector('.copy-by-hand');
      await check('a text to copy by hand');
      assert.deepEqual(found, []);
    });
  }
}
