/** The filters of comparison pages and worklist, in a real browser. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startServer } from '../../scripts/serve/static-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { dist } from '../support/dist.ts';

const server = await startServer({ root: dist });
const browser = await launchBrowser();
after(async () => {
  await browser.close();
  await server.close();
});
const pair = `${server.url}en/apig/compare/huaweicloud-2018-12..huaweicloud-web/`;
const shown = '[data-filtered]:not([hidden]) [data-fingerprint]:not([hidden])';

test('a filter is kept in the address and comes back with it', async () => {
  const page = await browser.newPage();
  await page.goto(pair);
  const all = await page.locator(shown).count();
  await page.getByRole('checkbox', { name: 'changed' }).check();
  await page.getByRole('checkbox', { name: 'HTTP status' }).check();
  assert.equal(await page.locator(shown).count(), 5);
  await page.locator('form[data-filter] input[name=q]').fill('apig.0103');
  assert.equal(await page.locator(shown).count(), 1);
  const { search } = new URL(page.url());
  assert.equal(search, '?severity=changed&field=httpStatus&q=apig.0103');
  await page.reload();
  assert.equal(await page.locator(shown).count(), 1);
  assert.match((await page.locator('form[data-filter] output').textContent()) ?? '', /^1 of /);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.waitForFunction(() => location.search === '');
  assert.equal(await page.locator(shown).count(), all);
  await page.close();
});

test('a link to a difference shows it though the filter would hide it', async () => {
  const page = await browser.newPage();
  await page.goto(pair);
  const id = await page.locator('[data-severity=typography]').first().getAttribute('id');
  await page.goto(`${pair}?severity=contradiction#${id}`);
  assert.ok(await page.locator(`#${id}`).isVisible());
  await page.close();
});

test('without a script everything is there but the filter', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${server.url}zh-cn/apig/worklist/`);
  assert.ok((await page.locator('[data-fingerprint]').count()) > 20);
  assert.equal(await page.locator('form[data-filter]').isVisible(), false);
  assert.ok(await page.locator('[data-fingerprint]').last().isVisible());
  await page.close();
});

test('a line of a document is marked', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}en/sources/apig/otc-2024-12/#L36`);
  const outline = await page.locator('#L36').evaluate((row) => getComputedStyle(row).outlineStyle);
  assert.equal(outline, 'solid');
  await page.close();
});
