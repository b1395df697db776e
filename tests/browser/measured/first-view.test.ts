/** The first view of a page: what it weighs, that it comes without fonts, and that nothing moves. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { measureShift } from '../support/measure-shift.ts';
import { measureWeight } from '../support/measure-weight.ts';
import { phone, useSite, wide } from '../support/site.ts';

const pair = 'apig/compare/huaweicloud-2018-12..huaweicloud-web/';
const paths = ['', 'apig/apig-0201/', 'apig/', 'apig/compare/', pair, 'find/'];
/** Addresses that ask for something that a script adds. */
const asking = [
  '/zh-cn/find/?q=APIG.0201',
  '/en/apig/?text=APIG.02',
  `/zh-cn/${pair}?field=solution`,
  '/en/apig/worklist/?q=APIG.02',
  '/en/apig/apig-0201/?variant=otc-2023-10',
  '/404.html',
];
/** What waits for it, at most three seconds. */
const waiting = '.case, .family, [data-filtered], .not-found';

const site = useSite();

/** Open a page whose scripts and data come late, as on a slow line. */
async function openSlowly(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.route(/\.(js|json)(\?|$)/, async (route) => {
    await new Promise((done) => setTimeout(done, 200));
    await route.continue().catch(() => {});
  });
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  return page;
}

describe('weight', () => {
  for (const [path, budget] of [
    ['/zh-cn/apig/apig-0201/', 25_000],
    ['/en/apig/', 40_000],
  ] as const) {
    test(`the first view of ${path} weighs no more than ${budget / 1000} kB`, async () => {
      const weights = measureWeight(path);
      const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
      assert.ok(total <= budget, `${total} bytes: ${JSON.stringify([...weights])}`);
      // Nothing was left out: the browser asks for the same until the page is loaded.
      const page = await site.open(path);
      const asked = await page.evaluate(() => {
        const [{ loadEventStart } = { loadEventStart: 0 }] = performance.getEntriesByType(
          'navigation',
        ) as PerformanceNavigationTiming[];
        return performance
          .getEntriesByType('resource')
          .filter(({ startTime }) => startTime < loadEventStart)
          .map(({ name }) => new URL(name).pathname);
      });
      const counted = [...weights.keys(), '/favicon.svg'];
      assert.deepEqual(
        asked.filter((file) => !counted.includes(file)),
        [],
      );
    });
  }
});

describe('nothing moves and no font is fetched while loading', () => {
  for (const [viewport, locale] of [
    [phone, 'zh-cn'],
    [wide, 'en'],
  ] as const) {
    test(`${viewport.width} px`, async () => {
      const context = await site.browser.newContext({ viewport, serviceWorkers: 'block' });
      for (const path of paths.map((path) => `/${locale}/${path}`)) {
        const page = await openSlowly(context, path);
        assert.deepEqual(await measureShift(page), [], path);
        // A face for Chinese punctuation is taken from the reader's machine.
        const fonts = await page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .filter(({ name }) => /\.(woff2?|ttf|otf)/.test(name)),
        );
        assert.deepEqual(fonts, [], path);
        await page.close();
      }
      await context.close();
    });

    test(`${viewport.width} px, with something to add`, async () => {
      const context = await site.browser.newContext({
        viewport,
        serviceWorkers: 'block',
        bypassCSP: true,
      });
      // On a busy machine three seconds are over before a script has run.
      await context.addInitScript(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { animation-delay: 3600s !important }');
        document.adoptedStyleSheets.push(sheet);
      });
      for (const path of asking) {
        const page = await openSlowly(context, path);
        assert.deepEqual(await measureShift(page), [], path);
        for (const item of await page.locator(waiting).all()) {
          const visibility = await item.evaluate((element) => getComputedStyle(element).visibility);
          assert.equal(visibility, 'visible', path);
        }
        await page.close();
      }
      await context.close();
    });
  }

  test('the page about offline use, until the site is kept', async () => {
    const page = await site.open('/en/offline/', { viewport: phone, serviceWorkers: 'allow' });
    await page.locator('[data-remove]').waitFor();
    assert.deepEqual(await measureShift(page), []);
  });

  test('what waits for a script that never comes is shown all the same', async () => {
    const context = await site.browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route(/\.js$/, (route) => route.abort());
    for (const path of asking.filter((path) => !path.includes('/find/'))) {
      await page.goto(site.url + path);
      await page.locator(`:is(${waiting}):not([hidden])`).first().waitFor();
    }
    await context.close();
  });

  test('a shift would be noticed', async () => {
    const context = await site.browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${site.url}/en/`);
    await page.waitForTimeout(600);
    await page.evaluate(() => document.querySelector('h1')?.before('moved'));
    await page.waitForTimeout(100);
    assert.equal((await measureShift(page)).length, 1);
    await context.close();
  });
});
