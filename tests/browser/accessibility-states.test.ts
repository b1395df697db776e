/** axe on pages with something open, in forced colours, and without JavaScript. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { findMotion } from './support/find-misfits.ts';
import { runAxe } from './support/run-axe.ts';
import { phone, useSite, wide } from './support/site.ts';

/** Other combinations than in page-kinds.test.ts, so that each one is checked somewhere. */
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
    found.push(...(await runAxe(page)).map((violation) => `cases: ${violation}`));
    await page.keyboard.press('Escape');
    await page.click('section[data-case="502-backend-unavailable"] .formats summary');
    found.push(...(await runAxe(page)).map((violation) => `formats: ${violation}`));
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

test('axe finds nothing on a short link without JavaScript', async () => {
  const page = await site.open('/c/APIG.0201/', { javaScriptEnabled: false });
  const html = await page.content();
  // axe is a script.
  const copy = await site.newPage();
  await copy.setContent(html.replaceAll(/<script[\s\S]*?<\/script>/g, ''));
  assert.deepEqual(await findInLook(copy, 'en', '/c/APIG.0201/'), []);
});

test('forced colours show borders, the focus and the active result', async () => {
  const page = await site.open('/en/apig/', { forcedColors: 'active' });
  const styleOf = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), name);
  const transparent = 'rgba(0, 0, 0, 0)';
  assert.notEqual(await styleOf('.codes .status', 'border-top-color'), transparent);
  const toggle = '.toggle:has([value="4xx"])';
  const toggleOff = await styleOf(toggle, 'background-color');
  await page.click(toggle);
  assert.notEqual(await styleOf(toggle, 'background-color'), toggleOff);
  await page.goto(`${site.url}/en/apig/apig-0201/`);
  const image = '#all-evidence';
  const switchOff = await styleOf(image, 'background-image');
  const ink = await styleOf('body', 'color');
  assert.ok(switchOff.includes(ink), `a switch in the system's colours: ${switchOff}`);
  await page.click(image);
  assert.notEqual(await styleOf(image, 'background-image'), switchOff);
  assert.equal(await styleOf('.do', 'border-left-style'), 'solid');
  assert.equal(await styleOf('.here-cases', 'border-top-style'), 'solid');
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
