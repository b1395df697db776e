/** axe on pages with something open, in forced colours, and without JavaScript. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMotion } from './support/find-misfits.ts';
import { runAxe } from './support/run-axe.ts';
import { phone, useSite, wide } from './support/site.ts';
import { testOpenStates } from './support/test-open-states.ts';

const site = useSite();

testOpenStates(site, 0);

test('axe finds nothing on a short link without JavaScript', async () => {
  const page = await site.open('/c/APIG.0201/', { javaScriptEnabled: false });
  const html = await page.content();
  // axe is a script.
  const copy = await site.newPage({ viewport: phone });
  await copy.setContent(html.replaceAll(/<script[\s\S]*?<\/script>/g, ''));
  assert.deepEqual(await runAxe(copy), []);
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
