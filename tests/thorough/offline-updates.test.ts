/** New builds of a stored site: it is replaced as a whole, and stores only what the reader asked for. */
import assert from 'node:assert/strict';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type StaticServer, startServer } from '../../scripts/serve/static-server.ts';
import { writeWorker, writeWorkerOff } from '../../src/offline/build/write-worker.ts';
import { catalogs, update, updated, visitStored } from '../browser/support/stored-site.ts';
import { launchBrowser } from '../support/browser.ts';
import { addressOf, base, distRoot } from '../support/built-site.ts';
import { edit, temporaryFolder } from '../support/content.ts';

let browser: Browser;
const folder = temporaryFolder('offline');
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** A copy of the built site, in which a test may change texts before it writes the worker anew. */
function copyOfSite(name: string): string {
  const copy = join(folder, name);
  cpSync(distRoot, copy, { recursive: true });
  return copy;
}

/** Put another build in the place of the one that is served. */
function deploy(root: string, next: string): void {
  renameSync(root, `${root}.old`);
  renameSync(next, root);
  rmSync(`${root}.old`, { recursive: true });
}

const versionsIn = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith(' wishes')));

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
    edit(next, code, new RegExp(was, 'g'), now);
    edit(next, other, '<h1', `<h1 data-version="${text}"`);
    await writeWorker(next, base, catalogs);
    deploy(root, next);
  }
  const versionOf = (tab: Page) => tab.getAttribute('h1', 'data-version');

  before(async () => {
    root = copyOfSite('site');
    server = await startServer({ root, base });
    context = await browser.newContext();
    page = await visitStored(context, `${server.url}${addressOf(code)}`);
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

  test('is not used while files are missing', async () => {
    const next = copyOfSite('next-half');
    edit(next, other, '<h1', '<h1 data-version="five"');
    await writeWorker(next, base, catalogs);
    // The upload stopped half-way: the list is new, a page is not.
    cpSync(join(root, other), join(next, other));
    deploy(root, next);
    assert.equal(await update(page), 'failed');
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
    page = await visitStored(context, `${server.url}en/offline/`);
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
    // What the worker was storing meanwhile is removed, too.
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
    await page.goto(`${server.url}en/`);
    await page.goto(`${server.url}en/offline/`);
    // The browser drops it when the last page that it served is gone.
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.getRegistrations()).length === 0,
    );
    await page.click('[data-allow]');
    await page.waitForSelector('text=Kept in this browser');
  });
});
