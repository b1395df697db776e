/** The site in Firefox: what readers come for, with and without a network. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { type StaticServer, startServer } from '../../scripts/serve/static-server.ts';
import { addressOf, base, distRoot, onePageOfEachKind } from '../support/built-site.ts';
import { findFirefox, launchFirefox } from '../support/firefox.ts';

const firefox = findFirefox();
const body = '{"error_msg":"Backend unavailable.","error_code":"APIG.0201","request_id":"7c1d"}';

describe('Firefox', { skip: 'reason' in firefox && firefox.reason }, () => {
  let browser: Browser;
  let server: StaticServer;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    server = await startServer({ root: distRoot, base });
    browser = await launchFirefox('path' in firefox ? firefox.path : '');
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    // Firefox reports violations only on the developer's console, where no driver sees them.
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error('violates', event.violatedDirective, event.blockedURI),
      );
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      complaints.push(`${page.url()}: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Ask again and again: a page that sends the reader on ends every question put to it. */
  async function until<Value>(ask: (address: string) => Value, argument = ''): Promise<Value> {
    const end = performance.now() + 15_000;
    for (;;) {
      const answer = await page.evaluate(ask, argument).catch(() => undefined);
      if (answer) return answer as Value;
      if (performance.now() > end) throw new Error(`${page.url()} never answers yes to ${ask}`);
      await wait(50);
    }
  }
  const open = (path: string) => page.goto(`${server.url}${path}`);
  const isAt = (path: string) =>
    until(
      (address) => location.href === address && document.readyState === 'complete',
      `${server.url}${path}`,
    );
  /** Let a page send the reader on: the visit itself may count as given up. */
  const follow = async (from: string, to: string) => {
    await open(from).catch(() => {});
    await isAt(to);
  };
  const type = async (text: string) => {
    await page.focus('#search-text');
    await page.keyboard.type(text);
  };
  const firstResult = () =>
    until(
      () =>
        document.querySelector<HTMLElement>('[data-results][data-state=done] li[data-code]')
          ?.dataset['code'],
    );
  const countTexts = (words: string) =>
    page.evaluate(
      async (from, text) => {
        const pagefind = await import(`${from}pagefind/pagefind.js`);
        return (await pagefind.search(text)).results.length as number;
      },
      base,
      words,
    );

  test('opens every kind of page', async () => {
    // But for those that send the reader on.
    for (const path of onePageOfEachKind().filter((path) => !/^(index\.html|c\/)/.test(path))) {
      const response = await open(addressOf(path));
      assert.ok(
        [200, 304, 404].includes(response?.status() ?? 0),
        `${path}: ${response?.status()}`,
      );
      assert.notEqual(await page.evaluate(() => document.body.textContent?.trim()), '', path);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      assert.equal(wider, false, `${path} is wider than the window`);
    }
  });

  test('leads from a pasted error to its answer', async () => {
    await open('en/');
    await page.keyboard.press('/');
    await type(body);
    assert.equal(await firstResult(), 'APIG.0201');
    await page.keyboard.press('Enter');
    await isAt('en/apig/apig-0201/#502-backend-unavailable');
    const top = await until(
      () => document.getElementById('502-backend-unavailable')?.getBoundingClientRect().top,
    );
    assert.ok(top !== undefined && top > 0 && top < 300, `the case is at ${top}`);
  });

  test('searches from any page, in both languages', async () => {
    for (const [locale, words] of [
      ['en', 'request entity too large'],
      ['zh-cn', '请求body过大'],
    ] as const) {
      await open(`${locale}/jdcloud-apigateway/`);
      await page.keyboard.press('/');
      await until(() => document.querySelector<HTMLDialogElement>('dialog.search')?.open);
      await type(words);
      assert.equal(await firstResult(), 'APIG.0201', words);
      await page.keyboard.press('Escape');
      assert.ok((await countTexts(words)) > 0, `${words} in the full texts`);
    }
  });

  test('copies for a ticket, with what the clipboard takes', async () => {
    await open('en/apig/apig-0201/#413-request-entity-too-large');
    const button = await page.waitForSelector(
      'section.case:has([id="413-request-entity-too-large"]) [data-copy-ticket=markdown]',
    );
    await button?.click();
    await until(() => document.querySelector('[data-copy-words]')?.textContent === 'Copied');
    await open('en/find/');
    await page.focus('#search-text');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    assert.equal(await firstResult(), 'APIG.0201');
    const pasted = await page.$eval('#search-text', (box) => (box as HTMLTextAreaElement).value);
    assert.match(pasted, /^\*\*APIG\.0201\*\* · HTTP 413 · Request entity too large\.\\\n/);
  });

  test('filters a catalog, and keeps the filter in the address', async () => {
    await open('en/apig/');
    await page.$eval('[name=class][value="5xx"]', (box) => (box as HTMLInputElement).click());
    await isAt('en/apig/?class=5xx');
    const shown = () =>
      page.$$eval(
        'table.codes tbody tr',
        (rows) => rows.filter((row) => row.checkVisibility()).length,
      );
    const rows = await shown();
    assert.ok(rows > 0 && rows < 71, `${rows} rows`);
    await page.reload();
    await until(() => document.querySelector('form.filter output')?.textContent !== '');
    assert.equal(await shown(), rows);
  });

  test('pins a link to a document, sends short links on, switches the language', async () => {
    await open('en/apig/apig-0201/?variant=otc-2023-10#413-request-entity-too-large');
    await until(() => document.querySelector('.pinned')?.textContent);
    await page.click('a[data-locale="zh-cn"]');
    await until(
      () =>
        document.documentElement.lang === 'zh-CN' && document.querySelector('.pinned')?.textContent,
    );
    const anchor = '#413-request-entity-too-large';
    await follow(`c/APIG.0201/${anchor}`, `zh-cn/apig/apig-0201/${anchor}`);
    await follow('en/APIG_0201/', 'en/apig/apig-0201/');
  });

  test('works with the server stopped', async () => {
    await open('en/');
    await until(() => navigator.serviceWorker.controller !== null);
    await server.close();
    for (const [path, title] of [
      ['en/', 'API error codes, explained'],
      ['en/apig/apig-0201/?variant=otc-2023-10', 'APIG.0201'],
      ['zh-cn/apig/apig-0201', 'APIG.0201'],
      ['zh-cn/apig/compare/', 'API网关'],
      ['en/apig/apig-9999/', 'Page not found'],
    ] as const) {
      const response = await open(path);
      assert.equal(response?.status(), path.includes('9999') ? 404 : 200, path);
      const text = await page.$eval('h1', (heading) => heading.textContent ?? '');
      assert.ok(text.includes(title), `${path}: ${text}`);
    }
    for (const [locale, words] of [
      ['en', 'apig 201'],
      ['zh-cn', '请求body过大'],
    ] as const) {
      await open(`${locale}/find/?q=${encodeURIComponent(words)}`);
      assert.equal(await firstResult(), 'APIG.0201', words);
    }
    assert.ok((await countTexts('请求body过大')) > 0);
    const anchor = '#413-request-entity-too-large';
    await follow(`c/APIG.0201/${anchor}`, `zh-cn/apig/apig-0201/${anchor}`);
  });

  test('complains about nothing, and would', async () => {
    // A request without address is one that was under way when the page was left.
    const left = /Failed to load ‘’\. A ServiceWorker intercepted/;
    assert.deepEqual(
      complaints.filter((text) => !left.test(text)),
      [],
    );
    complaints.length = 0;
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'void 0';
      document.head.append(script);
    });
    await until(() => true);
    for (let attempt = 0; attempt < 100 && complaints.length === 0; attempt++) await wait(50);
    assert.match(complaints.join('\n'), /violates script-src/);
  });
});
