/** Where things are: what must not move, cover or cut something else. What holds for every page: page-kinds.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone, useSite } from './support/site.ts';

const site = useSite();

test('what every document says fits beside the navigation, without scrolling', async () => {
  for (const [path, width] of [
    ['/zh-cn/apig/apig-0201/', 1280],
    ['/en/apig/apig-0201/', 1024],
  ] as const) {
    const page = await site.open(path, { viewport: { width, height: 900 } });
    await page.locator('#all-evidence').check();
    const excess = await page
      .locator('.matrix .scroll')
      .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    assert.ok(excess.length > 1);
    assert.deepEqual([...new Set(excess)], [0], path);
  }
});

test('a filter that nothing matches names what was typed, and does not move', async () => {
  for (const [locale, none] of [
    ['en', 'No code matches “zz$&”.'],
    ['zh-cn', '没有与“zz$&”匹配的错误码。'],
  ] as const) {
    const page = await site.open(`/${locale}/apig/`, { viewport: { width: 1280, height: 800 } });
    const field = page.locator('.filter [type=search]');
    const before = await field.boundingBox();
    await field.fill('zz$&');
    assert.equal(await page.locator('.filter output').textContent(), none);
    assert.deepEqual(await field.boundingBox(), before);
  }
});

test('on a phone the further cases of a code are indented, each with its text beside its status', async () => {
  const page = await site.open('/zh-cn/apig/', { viewport: phone });
  const rows = page.locator('table.codes tbody:has(tr + tr)').first().locator('tr');
  const first = await rows.nth(0).locator('.status').boundingBox();
  const code = await rows.nth(0).locator('th').boundingBox();
  const [status, text] = await Promise.all(
    ['.status', '.meaning'].map((part) => rows.nth(1).locator(part).boundingBox()),
  );
  assert.ok(first && code && status && text);
  assert.ok(status.x > code.x, 'indented');
  assert.ok(text.x > status.x + status.width, 'beside it');
  assert.ok(Math.abs(text.y - status.y) < 8, 'in one line');
});

test('the button that closes the menu is in its corner, its sign in the middle of it', async () => {
  const page = await site.open('/en/apig/apig-0201/', { viewport: phone });
  await page.getByRole('button', { name: 'Menu' }).click();
  const close = page.locator('#site-navigation .close');
  const [box, sign] = [await close.boundingBox(), await close.locator('svg').boundingBox()];
  assert.ok(box && sign);
  assert.ok(Math.abs(box.x + box.width / 2 - (sign.x + sign.width / 2)) < 1);
  assert.ok(box.x + box.width > phone.width - 40);
});

test('the button that closes the search covers no result', async () => {
  const page = await site.open('/en/apig/apig-0201/', { viewport: { width: 768, height: 700 } });
  await page.locator('[data-search-open]').click();
  await page.fill('#search-text', 'HTTP 401');
  await page.locator('dialog [data-results][data-state=done] li').first().waitFor();
  const search = await page.locator('dialog code-search').boundingBox();
  const close = await page.locator('dialog > [data-close]').boundingBox();
  assert.ok(search && close && close.y >= search.y + search.height - 4);
  assert.ok(close.y + close.height <= 700);
});

test('a long code of a source page breaks after a word of it', async () => {
  const page = await site.open('/zh-cn/sources/jdcloud-apigateway/jdcloud/');
  const broken = await page.locator('.lines .of a[translate=no]').evaluateAll((links) =>
    links.flatMap((link) => {
      const parts = [...link.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const range = document.createRange();
      const isBroken = parts.some((part) => {
        range.selectNodeContents(part);
        return range.getClientRects().length > 1;
      });
      return isBroken ? [link.textContent] : [];
    }),
  );
  assert.deepEqual(broken, []);
});
