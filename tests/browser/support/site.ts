/** The built site, served, with a browser that notes whatever a page should not do. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startServer } from '../../../scripts/serve/static-server.ts';
import { launchBrowser } from '../../support/browser.ts';
import { distRoot } from '../../support/built-site.ts';

export interface Site {
  browser: Browser;
  /** Address without the trailing slash: `${url}/en/`. */
  url: string;
  /** Errors in any page's console, uncaught ones, missing files and requests to other origins. */
  complaints: string[];
  /** A page in a context of its own, so with empty storage, and without a service worker. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes the pages that are open. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the site for the tests of a file. Call it before the first test. A test fails if a page
 * complains meanwhile.
 *
 * @param keepPages Whether pages stay open after the test that opened them.
 * @example
 *   const site = useSite();
 *   test('…', async () => { const page = await site.open('/en/', { viewport: phone }); });
 */
export function useSite({ keepPages = false } = {}): Site {
  const site = {} as Site;
  before(async () => {
    Object.assign(site, await openSite());
  });
  afterEach(async () => {
    const complaints = site.complaints.splice(0);
    if (!keepPages) await site.closePages();
    assert.deepEqual(complaints, []);
  });
  after(() => site.close());
  return site;
}

/** Serves the built site and starts a browser. */
async function openSite(): Promise<Site> {
  assert.ok(existsSync(join(distRoot, 'index.html')), 'Run `npm run build` first.');
  const [server, browser] = await Promise.all([startServer({ root: distRoot }), launchBrowser()]);
  const url = server.url.replace(/\/$/, '');
  const complaints: string[] = [];
  const contexts = new Set<BrowserContext>();
  const newPage = async (options: BrowserContextOptions = {}) => {
    const usual = { viewport: wide, serviceWorkers: 'block' } as const;
    const context = await browser.newContext({ ...usual, ...options });
    contexts.add(context);
    const page = await context.newPage();
    watch(page, url, complaints);
    return page;
  };
  return {
    browser,
    url,
    complaints,
    newPage,
    async open(path, options) {
      const page = await newPage(options);
      await page.goto(url + path);
      return page;
    },
    async closePages() {
      await Promise.all([...contexts].map((context) => context.close()));
      contexts.clear();
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export const phone = { width: 390, height: 844 };
export const wide = { width: 1440, height: 900 };
/** A4 without its margins of 12 mm, in CSS pixels. */
export const paper = { width: 703, height: 1032 };

function watch(page: Page, origin: string, complaints: string[]): void {
  const complain = (text: string) => complaints.push(`${page.url()}: ${text}`);
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (text.includes('Service Worker registration blocked by Playwright')) return;
    // The page for unknown addresses answers 404 itself.
    if (message.location().url === page.url() && / status of 404 /.test(text)) return;
    if (message.type() === 'error' || message.type() === 'warning') complain(text);
  });
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !request.url().startsWith(`${origin}/`)) {
      complain(`asks ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complain(`${response.status()} for ${response.url()}`);
  });
}
