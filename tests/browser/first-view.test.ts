/** The first view of a page: what it weighs, that it comes without fonts, and that nothing moves. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { measureShift } from './support/measure-shift.ts';
import { measureWeight } from './support/measure-weight.ts';
import { phone, useSite, wide } from './support/site.ts';

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
const waiting = '.case, .family, [data-filtered], .not-found, .own-search ~ *, .site-footer';

const site = useSite();

/**
 * Opens a page whose scripts and data come late, as on a slow line. What waits for them stays hidden
 * until they come: on a busy machine its three seconds could be over before.
 */
async function openSlowly(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { animation-delay: 3600s !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  await page.route(/\.(js|json)(\?|$)/, async (route) => {
    await new Promise((done) => setTimeout(done, 200));
    await route.continue().catch(() => {});
  });
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  await page.locator('html:not([data-asked])').waitFor();
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
  const options = { bypassCSP: true, serviceWorkers: 'block' } as const;
  for (const [viewport, locale] of [
    [phone, 'zh-cn'],
    [wide, 'en'],
  ] as const) {
    test(`${viewport.width} px`, async () => {
      const context = await site.browser.newContext({ ...options, viewport });
      const check = async (path: string) => {
        const page = await openSlowly(context, path);
        assert.deepEqual(await measureShift(page), [], path);
        // A face for Chinese punctuation is taken from the reader's machine.
        const { fonts, hidden } = await page.evaluate((selector) => {
          const names = performance.getEntriesByType('resource').map(({ name }) => name);
          const waiting = [...document.querySelectorAll(selector)];
          return {
            fonts: names.filter((name) => /\.(woff2?|ttf|otf)/.test(name)),
            hidden: waiting.filter((item) => getComputedStyle(item).visibility !== 'visible')
              .length,
          };
        }, waiting);
        assert.deepEqual([fonts, hidden], [[], 0], path);
        await page.close();
      };
      // Most of the time a page waits, so several wait together.
      const all = [...paths.map((path) => `/${locale}/${path}`), ...asking];
      await Promise.all(
        [0, 1, 2, 3].map(async (turn) => {
          for (const path of all.filter((_, at) => at % 4 === turn)) await check(path);
        }),
      );
      await context.close();
    });
  }

  test('the page about offline use, until the site is kept', async () => {
    const page = await site.open('/en/offline/', { viewport: phone, serviceWorkers: 'allow' });
    // The whole site is fetched until then.
    await page.locator('[data-remove]').waitFor({ timeout: 120_000 });
    assert.deepEqual(await measureShift(page), []);
  });

  test('what waits for a script that never comes is shown all the same', async () => {
    const page = await site.newPage();
    await page.route(/\.js$/, (route) => route.abort());
    for (const path of asking.filter((path) => !path.includes('/find/'))) {
      await page.goto(site.url + path);
      await page.locator(`:is(${waiting}):not([hidden])`).first().waitFor();
    }
    site.complaints.length = 0;
  });

  test('a header or footer that arrives in pieces is shown once it is whole', async () => {
    const page = await site.newPage();
    const path = '/en/apig/worklist/';
    for (const [part, end] of [
      ['.site-header', 'class="bar-search"'],
      ['.site-header', 'class="bar-end"'],
      ['.site-header', 'class="languages"'],
      ['.site-footer', 'class="legal"'],
    ] as const) {
      await page.route(site.url + path, async (route) => {
        const html = await (await route.fetch()).text();
        const at = html.indexOf(end);
        assert.ok(at > 0, end);
        await route.fulfill({ contentType: 'text/html', body: html.slice(0, at) });
      });
      await page.goto(site.url + path);
      assert.equal(await page.locator(`${part} :visible`).count(), 0, end);
    }
    await page.unrouteAll();
    await page.goto(site.url + path);
    assert.ok((await page.locator('.bar > :visible').count()) > 2);
    assert.ok(await page.locator('.site-footer .legal').first().isVisible());
  });

  test('a page without a sidebar has its width before its content arrives', async () => {
    const page = await site.newPage({ viewport: wide });
    for (const path of ['/en/', '/zh-cn/', '/en/find/', '/404.html']) {
      const widths: unknown[] = [];
      for (const end of ['<h1', '<div class="own-search"', '</body>']) {
        await page.route(site.url + path, async (route) => {
          const html = await (await route.fetch()).text();
          const at = html.indexOf(end);
          assert.ok(at > 0, end);
          await route.fulfill({ contentType: 'text/html', body: html.slice(0, at) });
        });
        await page.goto(site.url + path);
        widths.push((await page.locator('.frame').boundingBox())?.width);
        await page.unrouteAll();
      }
      assert.deepEqual(widths, Array(3).fill(widths[0]), path);
    }
  });

  test('a shift would be noticed', async () => {
    const page = await site.open('/en/', options);
    // Shifts right after input do not count; opening a page is none.
    await page.evaluate(() => document.querySelector('h1')?.before('moved'));
    assert.equal((await measureShift(page)).length, 1);
  });
});
