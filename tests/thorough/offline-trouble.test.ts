/** The kept site when things go wrong: hosts, networks, space, other sites, browsers that forbid it. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type StaticServer, startServer } from '../../scripts/serve/static-server.ts';
import { writeWorker } from '../../src/offline/build/write-worker.ts';
import { catalogs, untilStored, update, updated } from '../browser/support/stored-site.ts';
import { launchBrowser, launchWithProfile } from '../support/browser.ts';
import { base, distRoot } from '../support/built-site.ts';
import { edit, temporaryFolder } from '../support/content.ts';

const folder = temporaryFolder('offline-trouble');
/** A page in the middle of the list, and the list itself. */
const somePage = `${base}en/apig/apig-0202/`;
const list = `${base}offline/files-`;

type Trouble = (path: string, response: ServerResponse) => boolean;
const none: Trouble = () => false;
const portal = (response: ServerResponse) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Log in to the hotel</h1>');

let browser: Browser;
let context: BrowserContext;
let page: Page;
let url: string;
let root = distRoot;
let trouble = none;

const servers = new Map<string, Promise<StaticServer>>();

/** Serves the site, and whatever is in its way. */
const front = createServer(async (request, response) => {
  const address = request.url ?? '/';
  if (trouble(address, response)) return;
  if (!servers.has(root)) servers.set(root, startServer({ root, base }));
  const behind = await (servers.get(root) as Promise<StaticServer>);
  const answer = await fetch(`${behind.url}${address.slice(base.length)}`, { redirect: 'manual' });
  response.writeHead(answer.status, {
    'Content-Type': answer.headers.get('content-type') ?? '',
    'Cache-Control': 'no-cache',
    ...(answer.headers.has('location') && { Location: answer.headers.get('location') ?? '' }),
  });
  response.end(Buffer.from(await answer.arrayBuffer()));
});

before(async () => {
  browser = await launchBrowser();
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}${base}`;
});
after(async () => {
  await browser.close();
  front.closeAllConnections();
  front.close();
  for (const server of servers.values()) await (await server).close();
});

async function start(): Promise<void> {
  root = distRoot;
  trouble = none;
  context = await browser.newContext();
  page = await context.newPage();
}
/** Ask the page until it says yes; `waitForFunction` takes the promise itself for a yes. */
async function eventually(question: (argument: string) => Promise<boolean>, argument = '') {
  for (let attempt = 0; !(await page.evaluate(question, argument)); attempt++) {
    assert.ok(attempt < 100, 'it comes');
    await page.waitForTimeout(200);
  }
}
const cacheNames = () => page.evaluate(() => caches.keys());

/** Make another build of the one that is served. */
async function build(
  name: string,
  change: (copy: string) => void,
  limit?: number,
): Promise<string> {
  const copy = join(folder, name);
  cpSync(root, copy, { recursive: true });
  change(copy);
  await writeWorker(copy, base, catalogs, limit);
  return copy;
}
const mark = (copy: string, path: string, text: string) =>
  edit(copy, path, '<h1', `<h1 data-version="${text}"`);

describe('on a first visit', () => {
  before(start);
  after(() => context.close());

  const troubles: Record<string, Trouble> = {
    // First: once it is there, the list is not asked for again.
    'a portal answers for the list': (path, response) => {
      if (path.startsWith(list)) portal(response);
      return path.startsWith(list);
    },
    'the list is not there yet': (path, response) => {
      if (path.startsWith(list)) response.writeHead(404).end('not yet');
      return path.startsWith(list);
    },
    'a file fails': (path, response) => {
      if (path === somePage) response.writeHead(500).end('Internal server error');
      return path === somePage;
    },
    'a file is cut short': (path, response) => {
      if (path !== somePage) return false;
      response.writeHead(200, { 'Content-Length': 5000 }).write('<!doctype html>');
      response.destroy();
      return true;
    },
    'a portal answers for a file': (path, response) => {
      if (path === somePage) portal(response);
      return path === somePage;
    },
    'a portal leads a file elsewhere': (path, response) => {
      if (path === somePage) response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end();
      return path === somePage;
    },
  };
  for (const [what, happens] of Object.entries(troubles)) {
    test(`${what}: nothing is kept, and the site works`, async () => {
      const met = new Promise<void>((done) => {
        trouble = (path, response) => {
          const happened = happens(path, response);
          if (happened) done();
          return happened;
        };
      });
      await page.goto(`${url}en/offline/`);
      await met;
      // A worker that could not be installed is forgotten.
      await page.waitForFunction(
        async () => (await navigator.serviceWorker.getRegistration()) === undefined,
        undefined,
        { timeout: 60_000 },
      );
      assert.equal((await page.goto(`${url}en/apig/`))?.status(), 200);
    });
  }

  test('and when the trouble is over, the site is kept', async () => {
    trouble = none;
    await page.goto(`${url}en/`);
    await untilStored(page);
    trouble = (_, response) => Boolean(response.writeHead(500).end());
    await page.goto(somePage.replace(base, url));
    assert.match((await page.textContent('h1')) ?? '', /APIG\.0202/);
    trouble = none;
  });
});

describe('a version that is kept', () => {
  before(async () => {
    await start();
    await page.goto(`${url}en/`);
    await untilStored(page);
  });
  after(() => context.close());

  test('answers while a portal answers for everything, which is never taken for a new version', async () => {
    trouble = (_, response) => Boolean(portal(response));
    assert.equal(await update(page), 'failed');
    await page.goto(`${url}zh-cn/apig/apig-0201/`);
    assert.match((await page.textContent('h1')) ?? '', /APIG\.0201/);
    trouble = none;
  });

  test('shows the 404 page where a host answers with nothing', async () => {
    trouble = (_, response) =>
      Boolean(response.writeHead(200, { 'Content-Type': 'text/html' }).end());
    const response = await page.goto(`${url}en/apig/apig-9999/`);
    trouble = none;
    assert.equal(response?.status(), 404);
    await page.getByText('Nothing is at this address.').waitFor();
  });

  test('stays when the next one is replaced in the middle', async () => {
    const path = 'en/apig/apig-0202/index.html';
    const half = await build('next-b', (copy) => mark(copy, path, 'b'));
    const whole = await build('next-c', (copy) => mark(copy, path, 'c'));
    // The list of b has been read when c comes.
    trouble = (path, response) => {
      if (path !== somePage || root === whole) return false;
      root = whole;
      response.writeHead(302, { Location: somePage }).end();
      return true;
    };
    root = half;
    // The browser may be looking for a new version by itself, and take our question for the same.
    for (let attempt = 0; root !== whole; attempt++) {
      assert.ok(attempt < 20, 'the next version is fetched');
      assert.equal(await update(page), 'failed');
    }
    assert.equal(await page.getAttribute('h1', 'data-version'), null);
    trouble = none;
    await updated(page);
    await page.goto(`${url}en/apig/apig-0202/`);
    assert.equal(await page.getAttribute('h1', 'data-version'), null);
    await page.reload();
    await page.waitForSelector('h1[data-version=c]');
  });

  test('frees space for the next, and deletes only its own caches', async () => {
    await page.evaluate(async (path) => {
      const fill = async (name: string, bytes: number) =>
        (await caches.open(name)).put(`${path}x`, new Response(new Uint8Array(bytes)));
      await fill(`offline ${path} unfinished`, 12_000_000);
      await fill(`offline ${path}other/ version`, 10);
      await fill('of another site', 10);
    }, base);
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const session = await context.newCDPSession(page);
    const origin = new URL(url).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 6_000_000 });
    root = await build('next-d', (copy) => mark(copy, 'en/apig/apig-0202/index.html', 'd'));
    // The first attempt finds no room and makes some; browsers take their time to notice it.
    await updated(page);
    assert.equal((await cacheNames()).includes(`offline ${base} unfinished`), false);
    await page.reload();
    await page.waitForSelector('h1[data-version=d]');
    const names = await cacheNames();
    assert.ok(names.includes(`offline ${base}other/ version`) && names.includes('of another site'));
  });

  test('stays when there is no space for the next', async () => {
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const session = await context.newCDPSession(page);
    const origin = new URL(url).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1_000_000 });
    root = await build('next-e', (copy) => mark(copy, 'en/apig/apig-0202/index.html', 'e'));
    assert.equal(await update(page), 'failed');
    await page.reload();
    assert.equal(await page.getAttribute('h1', 'data-version'), 'd');
    await session.send('Storage.overrideQuotaForOrigin', { origin });
  });

  test('answers requests for a part, or for the head only', async () => {
    const answers = await page.evaluate(async (path) => {
      const part = await fetch(`${path}en/`, { headers: { Range: 'bytes=0-9' } });
      const head = await fetch(`${path}en/`, { method: 'HEAD' });
      return [part.status, (await part.text()).length > 10, head.status];
    }, base);
    assert.deepEqual(answers, [200, true, 200]);
  });

  test('uses the network when the browser has lost stored files, and stores them again', async () => {
    for (const lose of ['some', 'content', 'all']) {
      await page.evaluate(async (how) => {
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          const lost = (await cache.keys()).filter(({ url }) => /\/en\/apig\//.test(url));
          if (how === 'all') await caches.delete(name);
          else if (how === 'content')
            for (const request of lost) await cache.put(request, new Response(''));
          else await Promise.all(lost.map((request) => cache.delete(request)));
        }
      }, lose);
      const response = await page.goto(`${url}en/apig/`);
      assert.equal(response?.status(), 200);
      await eventually(
        async (path) => ((await (await caches.match(path))?.text()) ?? '') !== '',
        `${base}en/apig/`,
      );
      trouble = (_, answer) => Boolean(answer.writeHead(500).end());
      await page.goto(`${url}en/apig/`);
      assert.match((await page.textContent('h1')) ?? '', /API Gateway/);
      trouble = none;
    }
  });
});

describe('a host that serves something else as sw.js', () => {
  const javascript = { 'Content-Type': 'text/javascript' };
  const whole = readFileSync(join(distRoot, 'sw.js'), 'utf8');
  const scripts: Record<string, (response: ServerResponse) => void> = {
    'an empty script': (response) => response.writeHead(200, javascript).end(),
    'a foreign script': (response) =>
      response.writeHead(200, javascript).end('self.addEventListener("install", () => {});'),
    'half a script': (response) =>
      response.writeHead(200, javascript).end(whole.slice(0, whole.length / 2)),
    'a page': (response) => portal(response),
    'status 404': (response) => response.writeHead(404, javascript).end(whole),
    'status 500': (response) => response.writeHead(500).end(),
    'a version whose list is broken': (response) =>
      response
        .writeHead(200, javascript)
        .end(whole.replaceAll(/"[\w-]{16}"/g, '"AAAAAAAAAAAAAAAA"')),
  };
  before(async () => {
    await start();
    await page.goto(`${url}en/`);
    await untilStored(page);
  });
  after(() => context.close());

  for (const [what, serve] of Object.entries(scripts))
    test(`${what}: readers keep the last good version, with and without a network`, async () => {
      trouble = (path, response) => {
        if (path === `${base}sw.js`) serve(response);
        return path === `${base}sw.js`;
      };
      await update(page);
      // A version of the site that waits may take over, with a page of its own that has no heading.
      await page.reload();
      await page.waitForFunction(
        () => document.readyState === 'complete' && document.querySelector('h1'),
      );
      let loads = 0;
      page.on('load', () => loads++);
      // What is foreign does not wait any more to replace the stored version.
      await eventually(async () => {
        const { waiting } = await navigator.serviceWorker.ready;
        if (!waiting) return true;
        const { port1, port2 } = new MessageChannel();
        waiting.postMessage({ ask: 'version' }, [port2]);
        return new Promise<boolean>((done) => {
          port1.onmessage = () => done(true);
          setTimeout(() => done(false), 1000);
        });
      });
      assert.equal(loads, 0, 'no page reloads by itself');
      await page.close();
      await context.setOffline(true);
      page = await context.newPage();
      const response = await page.goto(`${url}zh-cn/apig/apig-0201/`);
      assert.equal(response?.fromServiceWorker(), true);
      assert.match((await page.textContent('h1')) ?? '', /APIG\.0201/);
      trouble = none;
      await context.setOffline(false);
      await page.reload();
    });

  test('a first visit does not install it, and a later one the site’s own', async (t) => {
    await start();
    t.after(() => context.close());
    const asked = new Promise<void>((done) => {
      trouble = (path, response) => {
        if (path !== `${base}sw.js`) return false;
        response.writeHead(200, javascript).end('foreign = true;');
        done();
        return true;
      };
    });
    await page.goto(`${url}en/offline/`);
    await asked;
    assert.deepEqual(await page.evaluate(() => navigator.serviceWorker.getRegistrations()), []);
    trouble = none;
    await page.goto(`${url}en/offline/`);
    await untilStored(page);
  });
});

describe('a site of which a part is kept', () => {
  before(async () => {
    await start();
    root = await build('large', () => {}, 200_000);
    await page.goto(`${url}en/`);
    await untilStored(page);
  });
  after(() => context.close());

  test('gives a page of the next build the files of the next build', async () => {
    const next = { note: 'next' };
    const change = (copy: string) =>
      writeFileSync(join(copy, 'search/core.json'), JSON.stringify(next));
    root = await build('large-next', change, 200_000);
    const read = () =>
      page.evaluate(async (path) => {
        const response = await fetch(`${path}search/core.json`);
        return response.json();
      }, base);
    assert.notDeepEqual(await read(), next, 'a kept page');
    await page.goto(`${url}en/apig/apig-0201/`);
    assert.deepEqual(await read(), next, 'a page from the network');
    await page.goto(`${url}en/`);
    assert.notDeepEqual(await read(), next, 'a kept page again');
  });
});

test('a browser that is started again without a network shows the site', async () => {
  root = distRoot;
  trouble = none;
  const profile = join(folder, 'profile');
  const server = await startServer({ root: distRoot, base });
  let again = await launchWithProfile(profile);
  let tab = await again.newPage();
  await tab.goto(`${server.url}en/`);
  await untilStored(tab);
  await again.close();
  await server.close();
  again = await launchWithProfile(profile);
  try {
    tab = await again.newPage();
    const response = await tab.goto(`${server.url}zh-cn/find/?q=apig%20201`);
    assert.equal(response?.status(), 200);
    await tab.waitForSelector('[data-results] [data-code="APIG.0201"]');
  } finally {
    await again.close();
  }
});

test('a browser that forbids storage and workers shows the site, and says so', async () => {
  await start();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const forbidden = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: forbidden });
    navigator.serviceWorker.register = async () => forbidden();
    navigator.serviceWorker.getRegistration = async () => forbidden();
  });
  await page.goto(`${url}en/offline/`);
  await page.waitForSelector('text=This browser cannot store the site', { timeout: 15_000 });
  await page.selectOption('[data-theme-select]', 'dark');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  await page.click('.languages a[hreflang=zh-CN]');
  await page.waitForURL(`${url}zh-cn/offline/`);
  await page.goto(`${url}c/APIG.0201/`);
  await page.waitForURL(/\/apig\/apig-0201\/$/);
  assert.deepEqual(errors, []);
  await context.close();
});
