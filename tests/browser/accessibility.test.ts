/** axe-core on every kind of page, in both languages, light and dark, narrow and wide, with states open. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { kindsOf, openKind } from './support/page-kinds.ts';
import { runAxe } from './support/run-axe.ts';
import { openSite, phone, type Site, wide } from './support/site.ts';

const locales = ['en', 'zh-cn'] as const;
/** In an order in which each step changes one thing. Where that is the colours, rules about them are asked. */
const looks = [
  { viewport: wide, colorScheme: 'light', about: 'everything' },
  { viewport: wide, colorScheme: 'dark', about: 'colours' },
  { viewport: phone, colorScheme: 'dark', about: 'everything' },
  { viewport: phone, colorScheme: 'light', about: 'colours' },
] as const;

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** What axe finds on the page as it stands, in each look. */
async function findInEachLook(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const { viewport, colorScheme, about } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    for (const violation of await runAxe(page, about))
      found.push(`${where} ${viewport.width} ${colorScheme}: ${violation}`);
  }
  return found;
}

describe('axe finds nothing', { concurrency: 2 }, () => {
  // In two halves: a test may take five minutes, on a busy machine too.
  for (const [locale, half] of locales.flatMap((locale) => [
    [locale, 0] as const,
    [locale, 1] as const,
  ])) {
    test(`on any kind of page, ${locale}, ${half + 1} of 2`, async () => {
      const page = await site.open(`/${locale}/`);
      const found: string[] = [];
      for (const path of kindsOf(locale).filter((_, at) => at % 2 === half)) {
        await openKind(page, site.url, path, locale);
        found.push(...(await findInEachLook(page, path)));
      }
      await page.context().close();
      assert.deepEqual(found, []);
    });
  }
});

describe('axe finds nothing', { concurrency: 2 }, () => {
  for (const locale of locales) {
    test(`with something open, ${locale}`, async () => {
      const page = await site.open(`/${locale}/`, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const found: string[] = [];
      const check = async (where: string) => found.push(...(await findInEachLook(page, where)));
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
      await check('search, a result chosen');
      await search('zebra quantum');
      await check('search, no result');

      await page.setViewportSize(phone);
      await go('apig/apig-0106/');
      await page.click('.menu-button');
      await page.waitForSelector('nav.side:popover-open');
      await check('menu');

      for (const path of ['apig/?text=zzzz', 'apig/worklist/?q=zzzz', 'apig/?status=404']) {
        await go(path);
        await check(path);
      }
      await go('apig/apig-0106/');
      await page.click('[data-copy-link]');
      await page.locator('[data-copy-words]', { hasText: /./ }).waitFor({ state: 'attached' });
      await check('copied');
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
      await page.click('[data-copy-ticket=plain]');
      await page.waitForSelector('.copy-by-hand');
      // The text goes when it loses the focus, which a change of the page's width does not take.
      await check('to be copied by hand');
      await page.context().close();
      assert.deepEqual(found, []);
    });
  }

  test('on a short link, for who is not sent on', async () => {
    const page = await site.open('/', { javaScriptEnabled: false });
    await page.goto(`${site.url}/c/APIG.0201/`);
    const html = await page.content();
    await page.context().close();
    const still = await site.open('/404.html');
    await still.setContent(html.replaceAll(/<script[\s\S]*?<\/script>/g, ''));
    const found = await findInEachLook(still, '/c/APIG.0201/');
    await still.context().close();
    assert.deepEqual(found, []);
  });
});
