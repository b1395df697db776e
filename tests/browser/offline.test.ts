/** The stored site without a network. Updates of it are in tests/thorough/offline-updates.test.ts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { type StaticServer, startServer } from '../../scripts/serve/static-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { addressOf, base, builtPages, distRoot, readBuilt } from '../support/built-site.ts';
import { findInFullText } from './support/full-text.ts';
import { visitStored } from './support/stored-site.ts';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

describe('with the network off and the server stopped', () => {
  let context: BrowserContext;
  let server: StaticServer;
  let page: Page;
  before(async () => {
    server = await startServer({ root: distRoot, base });
    context = await browser.newContext();
    page = await visitStored(context, `${server.url}en/`);
    await server.close();
    await context.setOffline(true);
  });
  after(() => context.close());

  test('every page opens as it was built', async () => {
    const pages = builtPages();
    const texts = await page.evaluate(
      (addresses) => Promise.all(addresses.map(async (address) => (await fetch(address)).text())),
      pages.map((path) => `${server.url}${addressOf(path)}`),
    );
    const different = pages.filter((path, index) => texts[index] !== readBuilt(path));
    assert.deepEqual(different, []);
  });

  test('pages come with their styles and scripts', async () => {
    for (const path of ['', 'en/', 'en/apig/apig-0201/', 'zh-cn/apig/', 'zh-cn/guides/linking/']) {
      const failed: string[] = [];
      // Chromium asks for the icon past every service worker, and gives up what the next page does
      // not need. Each page asks whether there is a newer worker.
      const note = (request: Request) => {
        const given = request.failure()?.errorText === 'net::ERR_ABORTED';
        if (!given && !/\/(favicon\.svg|sw\.js)$/.test(request.url())) failed.push(request.url());
      };
      page.on('requestfailed', note);
      const response = await page.goto(`${server.url}${path}`);
      page.off('requestfailed', note);
      assert.equal(response?.status(), 200, path);
      assert.equal(response.fromServiceWorker(), true, path);
      assert.deepEqual(failed, [], path);
      const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
      assert.match(font, /-apple-system/, path);
    }
  });

  test('search answers in both languages', async () => {
    for (const [locale, words, code] of [
      ['en', 'request entity too large', 'apig-0201'],
      ['zh-cn', '请求body过大', 'apig-0201'],
    ] as const) {
      await page.goto(`${server.url}${locale}/`);
      const found = await findInFullText(page, words);
      assert.ok(
        found.some((url) => url.includes(code)),
        `${locale} ${words}: ${found}`,
      );
    }
  });

  test('codes are found, and short links lead to them', async () => {
    for (const [locale, words] of [
      ['en', 'apig 201'],
      ['zh-cn', '请求body过大'],
    ]) {
      await page.goto(`${server.url}${locale}/find/?q=${encodeURIComponent(words ?? '')}`);
      await page.waitForSelector('[data-results] [data-code="APIG.0201"]');
    }
    await page.goto(`${server.url}c/APIG.0201/#413-request-entity-too-large`);
    await page.waitForURL(/\/apig\/apig-0201\/#413-request-entity-too-large$/);
  });

  test('queries and spellings of an address lead to the page', async () => {
    for (const [asked, shown] of [
      ['en/apig/apig-0201/?variant=otc-2023-10#x', 'en/apig/apig-0201/?variant=otc-2023-10#x'],
      ['en/apig/apig-0201?q=1#x', 'en/apig/apig-0201/?q=1#x'],
      ['en/apig/apig-0201/index.html', 'en/apig/apig-0201/index.html'],
      ['en/apig/%61pig-0201/', 'en/apig/%61pig-0201/'],
    ]) {
      const response = await page.goto(`${server.url}${asked}`);
      assert.equal(response?.status(), 200, asked);
      assert.equal(page.url(), `${server.url}${shown}`);
      assert.match((await page.textContent('h1')) ?? '', /APIG\.0201/);
    }
  });

  test('an address that is not there shows the 404 page', async () => {
    for (const path of ['nothing/', 'en/apig/apig-9999/', 'a%ZZ']) {
      const response = await page.goto(`${server.url}${path}`);
      assert.equal(response?.status(), 404, path);
      assert.equal(await response?.text(), readFileSync(join(distRoot, '404.html'), 'utf8'));
    }
  });
});

/** What throws in a sandboxed frame, and where all data of sites are blocked. */
const forbidden = ['localStorage', 'sessionStorage', 'caches', 'indexedDB', 'serviceWorker'];
for (const names of [forbidden, ...forbidden.map((name) => [name])])
  test(`where ${names.join(', ')} may not be read, pages work and say what cannot be stored`, async () => {
    const server = await startServer({ root: distRoot, base });
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript((all) => {
      for (const name of all)
        Object.defineProperty(name === 'serviceWorker' ? Navigator.prototype : window, name, {
          get() {
            throw new DOMException('forbidden', 'SecurityError');
          },
        });
    }, names);
    for (const path of ['', 'en/', 'en/find/', 'en/apig/', 'zh-cn/apig/apig-0201/', 'x/']) {
      await page.goto(`${server.url}${path}`, { waitUntil: 'load' });
      await page.waitForFunction(() => document.readyState === 'complete');
    }
    for (const [path, words] of [
      ['en/offline/', /^This browser cannot store the site/],
      ['zh-cn/offline/', /^此浏览器无法保存本站/],
    ] as const) {
      await page.goto(`${server.url}${path}`);
      const state = page.locator('[data-state][role=status]');
      const canStore = names.every((name) => /indexedDB|sessionStorage/.test(name));
      if (canStore) assert.doesNotMatch((await state.textContent()) ?? '', words);
      else await state.filter({ hasText: words }).waitFor({ timeout: 3000 });
    }
    await context.close();
    await server.close();
    assert.deepEqual(errors, []);
  });
