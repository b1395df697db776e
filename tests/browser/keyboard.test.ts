/** Whole tasks by keyboard, with real keys and a visible focus at every step; each in one of the languages. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { lookAtFocus, skipToContent, tabTo } from './support/keyboard.ts';
import { phone, useSite } from './support/site.ts';

const json = '{"error_msg":"Backend unavailable.","error_code":"APIG.0201","request_id":"7c1d"}';
const option = '[data-results] li[data-code]';
const anchor = '502-backend-unavailable';

const site = useSite();

const open = (path: string, options: BrowserContextOptions = {}) =>
  site.open(path, {
    permissions: ['clipboard-read', 'clipboard-write'],
    // Scrolling is over at once, so that what has the focus is where it is.
    reducedMotion: 'reduce',
    ...options,
  });
const paste = async (page: Page, text: string) => {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('Control+v');
};
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const hasFocus = async (page: Page, selector: string) => {
  const { matches, name, problem } = await lookAtFocus(page, selector);
  assert.ok(matches, `the focus is on “${name}”, not on ${selector}`);
  assert.equal(problem, undefined);
};

describe('by keyboard', () => {
  test('from a pasted error on the home page to a block for the ticket', async () => {
    const locale = 'en';
    const page = await open(`/${locale}/`);
    await skipToContent(page);
    await tabTo(page, '#search-text');
    await paste(page, json);
    await page.locator(option).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}/${locale}/apig/apig-0201/#${anchor}`);
    await tabTo(page, `section[data-case="${anchor}"] [data-copy-ticket=markdown]`);
    await page.keyboard.press('Enter');
    await page.locator('[data-copy-words]', { hasText: /./ }).waitFor({ state: 'attached' });
    await hasFocus(page, '[data-copy-ticket=markdown]');
    assert.match(await clipboard(page), /^\*\*APIG\.0201\*\* · HTTP 502 · Backend unavailable\./);
  });

  test('from the catalog’s filter to a code and back, the filter kept', async () => {
    const locale = 'zh-cn';
    const page = await open(`/${locale}/apig/`);
    await skipToContent(page);
    await tabTo(page, 'form.filter [name=text]');
    await page.keyboard.type('apig.02 timeout');
    await tabTo(page, 'form.filter [name=class][value="5xx"]', { most: 8 });
    await page.keyboard.press('Space');
    const rows = page.locator('table.codes tbody tr:visible');
    await page.waitForFunction(() => location.search.includes('class=5xx'));
    const found = await rows.count();
    assert.ok(found > 0 && found < 5, `${found} rows`);
    assert.match((await page.textContent('form.filter output')) ?? '', /71.*\d|\d.*71/);
    await tabTo(page, 'table.codes tbody th a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/apig-02\d\d\/$/);
    // The browser's own key for Back does not reach a browser without a window.
    await page.goBack();
    await page.waitForFunction(() => location.search === '?text=apig.02+timeout&class=5xx');
    assert.equal(await rows.count(), found);
    assert.equal(await page.inputValue('form.filter [name=text]'), 'apig.02 timeout');
    assert.ok(await page.isChecked('form.filter [name=class][value="5xx"]'));
    await tabTo(page, 'form.filter [type=reset]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search === '');
    await hasFocus(page, 'form.filter [name=text]');
  });

  test('from two documents to a difference to its code', async () => {
    const locale = 'en';
    const page = await open(`/${locale}/apig/compare/`);
    await skipToContent(page);
    await tabTo(page, '.pair-matrix a[href*="huaweicloud-2018-12..huaweicloud-web"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/huaweicloud-2018-12\.\.huaweicloud-web\/$/);
    await skipToContent(page);
    await tabTo(page, '[data-filter] input[name=severity][value=changed]');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.search === '?severity=changed');
    assert.match((await page.textContent('[data-filter] output')) ?? '', /^\D*5\D/);
    await tabTo(page, '.differences .of-case');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/apig\/apig-\d{4}\/#\d{3}-/);
  });

  test('from the worklist’s filter to a patch', async () => {
    const locale = 'zh-cn';
    const page = await open(`/${locale}/apig/worklist/`);
    await skipToContent(page);
    await tabTo(page, '[data-filter] input[name=q]');
    await page.keyboard.type('apig.0203');
    await page.waitForFunction(() => location.search === '?q=apig.0203');
    await tabTo(page, '.patch summary');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.patch[open]').count(), 1);
    await tabTo(page, '.patch a[download]');
    const downloading = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    assert.match((await downloading).suggestedFilename(), /\.patch$/);
    await tabTo(page, '.patch pre');
  });

  test('to the other language, staying at the case', async () => {
    const locale = 'en';
    const page = await open(`/${locale}/apig/apig-0201/#${anchor}`);
    const other = 'zh-cn';
    await tabTo(page, `.languages [data-locale=${other}]`, { back: true });
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}/${other}/apig/apig-0201/#${anchor}`);
    await tabTo(page, `section[data-case="${anchor}"] :is(a, button)`, { most: 3 });
  });

  test('the menu of a phone opens, leads on, and gives the focus back', async () => {
    const locale = 'zh-cn';
    const page = await open(`/${locale}/apig/`, { viewport: phone });
    const menu = page.locator('#site-navigation');
    await tabTo(page, '.menu-button', { most: 12 });
    await page.keyboard.press('Enter');
    await menu.waitFor();
    await tabTo(page, '#site-navigation a', { most: 3 });
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await hasFocus(page, '.menu-button');
    await page.keyboard.press('Enter');
    await tabTo(page, '#site-navigation a[href$="/apig/worklist/"]', { most: 16 });
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/apig\/worklist\/$/);
  });

  test('the filters of a phone wait behind a button', async () => {
    const page = await open('/en/apig/', { viewport: phone });
    const toggle = page.locator('form.filter .toggle:has([value="4xx"])');
    await skipToContent(page);
    await tabTo(page, '.filter-more input', { most: 3 });
    assert.equal(await toggle.isVisible(), false);
    await page.keyboard.press('Space');
    await tabTo(page, 'form.filter [value="4xx"]', { most: 2 });
    await page.keyboard.press('Space');
    await page.waitForFunction(() => location.search === '?class=4xx');
    await tabTo(page, '.filter-more input', { back: true, most: 2 });
    await page.keyboard.press('Space');
    assert.ok(await toggle.isVisible(), 'a filter in use stays in sight');
  });

  test('from the header to another case of the code, and back with Escape', async () => {
    const page = await open('/en/apig/apig-0201/');
    const list = page.locator('.here-cases');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.waitForSelector('html[data-past]');
    await tabTo(page, '.here', { most: 6 });
    assert.match((await page.textContent('.here')) ?? '', /APIG\.0201\s*\d{3}\s*\S/);
    await page.keyboard.press('Enter');
    // The case in sight is marked when the list opens, or when the page has stopped scrolling.
    await list.locator('a[aria-current]').waitFor();
    await tabTo(page, '.here-cases a[aria-current]', { most: 8 });
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await hasFocus(page, '.here');
    await page.keyboard.press('Enter');
    const other = anchor;
    await tabTo(page, `.here-cases a[href="#${other}"]`, { most: 8 });
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => location.hash === `#${id}`, other);
    await list.waitFor({ state: 'hidden' });
    await tabTo(page, `section[data-case="${other}"] :is(a, button)`, { most: 1 });
  });

  test('the menu of formats opens, closes, copies, and keeps the focus', async () => {
    const page = await open(`/zh-cn/apig/apig-0201/#${anchor}`);
    const summary = `section[data-case="${anchor}"] .formats summary`;
    const plain = `section[data-case="${anchor}"] [data-copy-ticket=plain]`;
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    await tabTo(page, plain, { most: 1 });
    await page.keyboard.press('Escape');
    await page.locator(plain).waitFor({ state: 'hidden' });
    await hasFocus(page, summary);
    await page.keyboard.press('Enter');
    await tabTo(page, plain, { most: 1 });
    await page.keyboard.press('Enter');
    await page.locator('[data-copy-words]', { hasText: /./ }).waitFor({ state: 'attached' });
    await page.locator(plain).waitFor({ state: 'hidden' });
    await hasFocus(page, `${summary}[data-done]`);
    assert.match(await clipboard(page), /^APIG\.0201 · HTTP 502/);
  });

  test('the switches of a code page are set and remembered', async () => {
    const page = await open(`/en/apig/apig-0201/`, { viewport: phone });
    const other = page.locator(`section[data-case="${anchor}"] .pair > .other`).first();
    const evidence = page.locator('details.evidence[open]');
    assert.equal(await other.isVisible(), false);
    await skipToContent(page);
    await tabTo(page, '#both-languages', { most: 8 });
    await page.keyboard.press('Space');
    assert.ok(await other.isVisible());
    await tabTo(page, '#all-evidence', { most: 1 });
    await page.keyboard.press('Space');
    const count = await page.locator('section.case').count();
    assert.equal(await evidence.count(), count);
    await page.reload();
    await other.waitFor();
    assert.equal(await evidence.count(), count);
    for (const name of ['Show Chinese', 'Show all sources'])
      assert.equal(await page.getByRole('checkbox', { name, exact: true }).count(), 1, name);
  });

  test('what the browser keeps is removed and allowed again', async () => {
    const locale = 'en';
    const page = await open(`/${locale}/offline/`, { serviceWorkers: 'allow' });
    await page.locator('[data-remove]').waitFor({ timeout: 120_000 });
    await skipToContent(page);
    await tabTo(page, '[data-remove]');
    await page.keyboard.press('Enter');
    await page.locator('[data-allow]').waitFor();
    await hasFocus(page, '[data-allow]');
    await page.keyboard.press('Enter');
    await page.locator('[data-remove]').waitFor({ timeout: 120_000 });
    await hasFocus(page, '[data-remove]');
  });

  test('the single file: look up, read, copy, go back', async () => {
    const locale = 'zh-cn';
    const page = await open('/offline/error-codes.html#en/');
    await tabTo(page, `.languages [data-locale=${locale}]`, { most: 3 });
    await page.keyboard.press('Enter');
    await page.locator('html[lang=zh-CN]').waitFor();
    await page.keyboard.press('/');
    await hasFocus(page, 'textarea');
    await paste(page, json);
    await page.locator('[data-results] li:visible').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator(`[id="${locale}/apig/apig-0201/#${anchor}"]`).waitFor();
    await tabTo(page, `[data-case="${anchor}"] button`, { most: 4 });
    await page.keyboard.press('Enter');
    await page.locator('body > [role=status]', { hasText: /./ }).waitFor({ state: 'attached' });
    assert.match(await clipboard(page), /^\*\*APIG\.0201\*\* · HTTP 502/);
    await tabTo(page, `[data-case="${anchor}"] .evidence > summary`);
    await page.keyboard.press('Enter');
    await tabTo(page, `[data-case="${anchor}"] .matrix .scroll`, { most: 12 });
    await tabTo(page, '.brand', { back: true, most: 200 });
    await page.keyboard.press('Enter');
    await page.locator('[data-results] li:visible').first().waitFor();
  });

  test('every stop of a code page can be seen, in both directions', async () => {
    const locale = 'en';
    const page = await open(`/${locale}/apig/apig-0101/`);
    await tabTo(page, '[rel=next]', { most: 200 });
    await tabTo(page, '.brand', { back: true, most: 200 });
  });
});

describe('the search by keyboard', () => {
  test('from "/" on any page to the case', async () => {
    const page = await open('/en/apig/apig-0101/');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('/');
    await paste(page, json);
    await page.locator(option).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}/en/apig/apig-0201/#${anchor}`);
  });

  test('arrows choose, Escape closes and gives the focus back', async () => {
    const page = await open('/zh-cn/sources/');
    await page.waitForLoadState('networkidle');
    await tabTo(page, '[data-search-open]');
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('500');
    await page.locator(option).nth(2).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await page.getAttribute('#search-text', 'aria-activedescendant');
    assert.equal(active, await page.locator(`${option} a`).nth(1).getAttribute('id'));
    assert.equal(await page.locator('[aria-selected=true]').count(), 1);
    await hasFocus(page, '#search-text');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog.search').isVisible(), false);
    await hasFocus(page, '[data-search-open]');
  });

  test('Tab goes through the results and on to the button that closes', async () => {
    const page = await open('/en/sources/');
    await tabTo(page, '[data-search-open]');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('APIG.0201');
    await page.locator(option).first().waitFor();
    await tabTo(page, `${option} a`, { most: 1 });
    await tabTo(page, 'dialog.search [data-close]');
    await page.keyboard.press('Enter');
    await hasFocus(page, '[data-search-open]');
  });

  test('Enter before the answer is there opens it when it comes', async () => {
    const page = await open('/en/');
    await page.keyboard.press('/');
    await page.keyboard.insertText('apig-201');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}/en/apig/apig-0201/`);
  });
});
