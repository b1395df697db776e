/** axe on pages with something open, in forced colours, and without JavaScript. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { findMotion } from './support/find-misfits.ts';
import { runAxe } from './support/run-axe.ts';
import { phone, useSite, wide } from './support/site.ts';

/** Other combinations than in accessibility.test.ts, so that each one is checked somewhere. */
const looks = {
  en: { viewport: phone, colorScheme: 'light' },
  'zh-cn': { viewport: wide, colorScheme: 'dark' },
} as const;

const site = useSite();

/** Returns what axe finds on the page as it is, in the look of a language. */
async function findInLook(page: Page, locale: keyof typeof looks, where: string) {
  await page.setViewportSize(looks[locale].viewport);
  await page.emulateMedia({ colorScheme: looks[locale].colorScheme });
  return (await runAxe(page)).map((violation) => `${where}: ${violation}`);
}

for (const locale of ['en', 'zh-cn'] as const) {
  test(`axe finds nothing with something open, ${locale}`, async () => {
    const page = await site.open(`/${locale}/`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const found: string[] = [];
    const check = async (where: string) => found.push(...(await findInLook(page, locale, where)));
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
    await check('a text to copy by hand');
    assert.deepEqual(found, []);
  });
}

test('axe finds nothing on a short link without JavaScript', async () => {
  const page = await site.open('/c/APIG.0201/', { javaScriptEnabled: false });
  const html = await page.content();
  // axe is a script.
  const copy = await site.open('/404.html');
  await copy.setContent(html.replaceAll(/<script[\s\S]*?<\/script>/g, ''));
  assert.deepEqual(await findInLook(copy, 'en', '/c/APIG.0201/'), []);
});

test('forced colours show borders, the focus and the active result', async () => {
  const page = await site.open('/en/apig/', { forcedColors: 'active' });
  const borderOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).borderTopWidth);
  assert.notEqual(await borderOf('.dot:not(.off)'), await borderOf('.dot.off'));
  for (const path of ['en/apig/', 'zh-cn/apig/apig-0201/', 'en/apig/compare/']) {
    await page.goto(`${site.url}/${path}`);
    assert.deepEqual(await runAxe(page), [], path);
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    assert.notEqual(outline, 'none', path);
  }
  await page.goto(`${site.url}/en/find/?q=404`);
  await page.waitForSelector('[data-results][data-state=done]');
  await page.focus('#search-text');
  await page.keyboard.press('ArrowDown');
  const active = page.locator('[aria-selected=true]');
  assert.equal(await active.evaluate((one) => getComputedStyle(one).outlineStyle), 'solid');
});

test('the search opens without motion if the reader prefers reduced motion', async () => {
  const page = await site.open('/en/apig/apig-0201/', { viewport: wide, reducedMotion: 'reduce' });
  await page.keyboard.press('/');
  await page.waitForSelector('dialog.search[open]');
  assert.deepEqual(await findMotion(page), []);
});
