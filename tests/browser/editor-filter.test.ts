/** The filters of comparison pages and worklist, in a real browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useSite } from './support/site.ts';

const site = useSite();
const pair = '/en/apig/compare/huaweicloud-2018-12..huaweicloud-web/';
const shown = '[data-filtered]:not([hidden]) [data-fingerprint]:not([hidden])';

test('a filter is kept in the address and comes back with it', async () => {
  const page = await site.open(pair);
  const all = await page.locator(shown).count();
  await page.locator('.toggle', { hasText: 'changed' }).click();
  await page.locator('.toggle', { hasText: 'HTTP status' }).click();
  assert.equal(await page.locator(shown).count(), 5);
  await page.locator('form[data-filter] input[name=q]').fill('apig.0103');
  assert.equal(await page.locator(shown).count(), 1);
  const { search } = new URL(page.url());
  assert.equal(search, '?severity=changed&field=httpStatus&q=apig.0103');
  await page.reload();
  await page.locator('form[data-filter] output', { hasText: /^1 of / }).waitFor();
  assert.equal(await page.locator(shown).count(), 1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.waitForFunction(() => location.search === '');
  assert.equal(await page.locator(shown).count(), all);
});

test('what editors come for begins in the upper half of their screen', async () => {
  for (const path of [pair, '/en/apig/worklist/', '/zh-cn/apig/worklist/']) {
    const page = await site.open(path, { viewport: { width: 1280, height: 800 } });
    const box = await page.locator('[data-fingerprint]').first().boundingBox();
    assert.ok(box && box.y < 400, `${path} begins at ${box?.y}`);
  }
});

test('a filter reads what a row says, not the YAML that accepts it', async () => {
  const page = await site.open('/en/apig/worklist/');
  await page.locator('form[data-filter] input[name=q]').fill('fingerprint:');
  await page.waitForFunction(() => location.search !== '');
  assert.equal(await page.locator(shown).count(), 0);
});

test('a link to a difference shows it though the filter would hide it', async () => {
  const page = await site.open(pair);
  const id = await page.locator('[data-severity=typography]').first().getAttribute('id');
  await page.goto(`${site.url}${pair}?severity=contradiction#${id}`);
  assert.ok(await page.locator(`#${id}`).isVisible());
});

test('the toggles of a comparison have the numbers of its sections, and show them', async () => {
  const page = await site.open('/en/apig/compare/huaweicloud-2018-12..huaweicloud-web/');
  const severities = page.locator('.filter fieldset').first();
  assert.ok(await severities.locator('legend').isVisible());
  const numbers = await severities.locator('.n').allTextContents();
  const sections = page.locator('section.part > h2 .n');
  assert.deepEqual(numbers, await sections.allTextContents());
  await severities.locator('label', { hasText: 'content' }).click();
  const shown = page.locator('section.part:visible');
  assert.deepEqual(
    await shown
      .locator('h2')
      .allTextContents()
      .then((all) => all.length),
    1,
  );
  assert.match((await shown.locator('h2').textContent()) ?? '', /Content/);
});

test('without a script everything is there but the filter', async () => {
  const page = await site.open('/zh-cn/apig/worklist/', { javaScriptEnabled: false });
  assert.ok((await page.locator('[data-fingerprint]').count()) > 20);
  assert.equal(await page.locator('form[data-filter]').isVisible(), false);
  assert.ok(await page.locator('[data-fingerprint]').last().isVisible());
});

test('a line of a document is marked', async () => {
  const page = await site.open('/en/sources/apig/otc-2024-12/#L36');
  const outline = await page.locator('#L36').evaluate((row) => getComputedStyle(row).outlineStyle);
  assert.equal(outline, 'solid');
});
