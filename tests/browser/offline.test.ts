/** The site without a network: kept whole, replaced whole, and only as far as the reader wishes. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { type StaticServer, startServer } from '../../scripts/serve/static-server.ts';
import { writeWorker, writeWorkerOff } from '../../src/offline/build/write-worker.ts';
import { launchBrowser } from '../support/browser.ts';
import { addressOf, base, builtPages, distRoot, readBuilt } from '../support/built-site.ts';

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'offline-'));
before(async () => {
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const catalogs = [
  { id: 'apig', names: new Set<string>() },
  { id: 'jdcloud-apigateway', names: new Set<string>() },
];

/** A copy of the built site, in which a test may change texts before it writes the worker anew. */
function copyOfSite(name: string): string {
  const copy = join(folder, name);
  cpSync(distRoot, copy, { recursive: true });
  return copy;
}

function edit(root: string, path: string, from: string, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${path} holds ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}

/** Put another build in the place of the one that is served. */
function deploy(root: string, next: string): void {
  renameSync(root, `${root}.old`);
  renameSync(next, root);
  rmSync(`${root}.old`, { recursive: true });
}

/** Open a page and wait until the browser keeps the site. */
async function visit(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** Wait until a new version is there and waits. An attempt at an earlier one may be under way. */
async function updated(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const end = performance.now() + 25_000;
    while (!registration.waiting && performance.now() < end) {
      await registration.update().catch(() => {});
      await new Promise((done) => setTimeout(done, 200));
    }
    if (!registration.waiting) throw new Error('No new version came');
  });
}

/** Wait until an attempt to get a new version has failed. */
async function updateFailed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    await new Promise<void>((done) => {
      const look = () => worker === null || worker.state === 'redundant';
      if (look()) done();
      else worker?.addEventListener('statechange', () => look() && done());
    });
    if (registration.waiting) throw new Error('The new version was taken');
  });
}

const versionsIn = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith(' wishes')));

async function search(page: Page, words: string): Promise<string[]> {
  return page.evaluate(
    async ([from, text]) => {
      const pagefind = await import(`${from}pagefind/pagefind.js`);
      const { results } = await pagefind.search(text);
      const found = await Promise.all(
        results.slice(0, 5).map((result: { data(): Promise<{ url: string }> }) => result.data()),
      );
      return found.map(({ url }) => url);
    },
    [base, words] as const,
  );
}

describe('with the network off and the server stopped', () => {
  let context: BrowserContext;
  let server: StaticServer;
  let page: Page;
  before(async () => {
    server = await startServer({ root: distRoot, base });
    context = await browser.newContext();
    page = await visit(context, `${server.url}en/`);
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
      // not need.
      const note = (request: Request) => {
        const given = request.failure()?.errorText === 'net::ERR_ABORTED';
        if (!given && !request.url().endsWith('/favicon.svg')) failed.push(request.url());
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
      const found = await search(page, words);
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

describe('a new build', () => {
  const code = 'en/apig/apig-0201/index.html';
  const other = 'en/apig/apig-0202/index.html';
  const [was, now] = ['Request entity too large', 'REQUEST MUCH TOO LARGE'];
  let root: string;
  let server: StaticServer;
  let context: BrowserContext;
  let page: Page;

  const title = async (tab = page) => ((await tab.textContent('main')) ?? '').includes(now);

  async function deployNext(text: string): Promise<void> {
    const next = copyOfSite(`next-${text}`);
    edit(next, code, was, now);
    edit(next, other, '<h1', `<h1 data-version="${text}"`);
    await writeWorker(next, base, catalogs);
    deploy(root, next);
  }
  const versionOf = (tab: Page) => tab.getAttribute('h1', 'data-version');

  before(async () => {
    root = copyOfSite('site');
    server = await startServer({ root, base });
    context = await browser.newContext();
    page = await visit(context, `${server.url}${addressOf(code)}`);
  });
  after(async () => {
    await context.close();
    await server.close();
  });

  test('waits: the open page and the next ones stay of the old build', async () => {
    await deployNext('two');
    await updated(page);
    assert.equal(await title(), false);
    assert.equal((await versionsIn(page)).length, 2);
    await page.click(`a[href$="${addressOf(other)}"]`);
    assert.equal(await versionOf(page), null);
    await page.goBack();
    assert.equal(await title(), false);
  });

  test('takes over when the reader reloads the only tab, with the place in the page', async () => {
    await page.evaluate(() => {
      location.hash = '413-request-entity-too-large';
    });
    await page.reload();
    await page.waitForFunction((text) => document.body?.textContent?.includes(text), now);
    assert.equal(page.url(), `${server.url}${addressOf(code)}#413-request-entity-too-large`);
    assert.equal((await versionsIn(page)).length, 1);
    await page.goto(`${server.url}${addressOf(other)}`);
    assert.equal(await versionOf(page), 'two');
  });

  test('waits for a second tab to be closed', async () => {
    const second = await context.newPage();
    await second.goto(`${server.url}${addressOf(other)}`);
    await deployNext('three');
    await updated(page);
    await page.goto(`${server.url}${addressOf(other)}`);
    await page.reload();
    assert.equal(await versionOf(page), 'two');
    await second.close();
    await page.reload();
    await page.waitForSelector('h1[data-version=three]');
  });

  test('is there at the next visit when no tab was open', async () => {
    await deployNext('four');
    await updated(page);
    await page.close();
    page = await context.newPage();
    await page.goto(`${server.url}${addressOf(other)}`);
    await page.waitForSelector('h1[data-version=four]');
  });

  test('is left alone while its files are not all there', async () => {
    const next = copyOfSite('next-half');
    edit(next, other, '<h1', '<h1 data-version="five"');
    await writeWorker(next, base, catalogs);
    // The upload stopped half-way: the list is new, a page is not.
    cpSync(join(root, other), join(next, other));
    deploy(root, next);
    await updateFailed(page);
    await page.reload();
    assert.equal(await versionOf(page), 'four');
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller !== null), true);
  });

  test('fetches only what has changed', async () => {
    const asked: string[] = [];
    context.on('request', (request) => {
      if (request.serviceWorker()) asked.push(new URL(request.url()).pathname);
    });
    await deployNext('six');
    await updated(page);
    assert.ok(asked.includes(base + addressOf(other)), `${asked}`);
    assert.ok(asked.length < 10, `${asked.length} requests`);
    await page.reload();
    await page.waitForSelector('h1[data-version=six]');
  });

  test('that is built without offline use takes the kept files away', async () => {
    const next = copyOfSite('next-off');
    edit(next, other, '<h1', '<h1 data-version="seven"');
    await writeWorkerOff(next);
    deploy(root, next);
    await updated(page);
    assert.equal(await page.evaluate(async () => (await caches.keys()).length > 0), true);
    await page.reload();
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
    assert.equal(await versionOf(page), 'seven');
  });
});

describe('a site that is too large to keep unasked', () => {
  let root: string;
  let server: StaticServer;
  let context: BrowserContext;
  let page: Page;
  const opens = async (address: string) => {
    const response = await page.goto(`${server.url}${address}`);
    return response?.status();
  };

  before(async () => {
    root = copyOfSite('large');
    const { partial } = await writeWorker(root, base, catalogs, 200_000);
    assert.equal(partial, true);
    server = await startServer({ root, base });
    context = await browser.newContext();
    page = await visit(context, `${server.url}en/offline/`);
  });
  after(async () => {
    await context.close();
    await server.close();
  });

  test('keeps a catalog when the reader asks for it, and nothing else', async () => {
    await page.reload();
    await page.click('button[data-group=apig]');
    await page.waitForSelector('button[data-group=apig]:has-text("Remove")');
    await context.setOffline(true);
    assert.equal(await opens('en/apig/apig-0201/'), 200);
    assert.equal(await opens('zh-cn/apig/'), 200);
    assert.equal(await opens('zh-cn/guides/linking/'), 200);
    assert.equal(await opens('zh-cn/jdcloud-apigateway/'), 503);
    assert.match((await page.textContent('h1')) ?? '', /离线使用/);
    await context.setOffline(false);
    assert.equal(await opens('zh-cn/jdcloud-apigateway/'), 200);
  });

  test('keeps it in the next version too', async () => {
    const next = copyOfSite('large-next');
    edit(next, 'en/apig/apig-0202/index.html', '<h1', '<h1 data-version="two"');
    await writeWorker(next, base, catalogs, 200_000);
    deploy(root, next);
    await page.goto(`${server.url}en/offline/`);
    await updated(page);
    await page.reload();
    // First a page that lets the new version take over, and loads this one again.
    await page.waitForSelector('h1');
    await page.waitForFunction(async () => (await caches.keys()).length === 2);
    await context.setOffline(true);
    assert.equal(await opens('en/apig/apig-0202/'), 200);
    assert.equal(await page.getAttribute('h1', 'data-version'), 'two');
    await context.setOffline(false);
  });

  test('forgets it again', async () => {
    await page.goto(`${server.url}zh-cn/offline/`);
    await page.click('button[data-group=apig]');
    await page.waitForSelector('button[data-group=apig]:has-text("保存")');
    await context.setOffline(true);
    assert.equal(await opens('en/apig/apig-0201/'), 503);
    await context.setOffline(false);
  });

  test('is kept no longer when the reader switches it off, and again when on', async () => {
    await page.goto(`${server.url}en/offline/`);
    await page.click('[data-remove]');
    await page.waitForSelector('text=Switched off');
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
    await page.goto(`${server.url}en/`);
    await page.goto(`${server.url}en/offline/`);
    assert.equal(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      0,
    );
    await page.click('[data-allow]');
    await page.waitForSelector('text=Kept in this browser');
  });
});
