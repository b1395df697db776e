/** The built site, served, with a browser that notes whatever a page should not do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startServer } from '../../../scripts/serve/static-server.ts';
import { launchBrowser } from '../../support/browser.ts';
import { dist } from '../../support/dist.ts';

export { dist };

export interface Site {
  browser: Browser;
  /** Address without the trailing slash: `${url}/en/`. */
  url: string;
  /** Errors in any page's console, uncaught ones, failed requests and requests to other origins. */
  complaints: string[];
  /** Opens a page in a context of its own, so with empty storage. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes the pages that are open. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the site for the tests of a file. Call it before the first test.
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
  if (!keepPages) afterEach(() => site.closePages());
  after(() => site.close());
  return site;
}

/** Serves `dist/` and starts a browser. @throws If the site has not been built. */
async function openSite(): Promise<Site> {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error('dist/ has no index.html; the site is not built. Run `npm run build`.');
  }
  const [server, browser] = await Promise.all([startServer({ root: dist }), launchBrowser()]);
  const url = server.url.replace(/\/$/, '');
  const complaints: string[] = [];
  const contexts = new Set<BrowserContext>();
  return {
    browser,
    url,
    complaints,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: wide, ...options });
      contexts.add(context);
      const page = await context.newPage();
      watch(page, url, complaints);
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

function watch(page: Page, origin: string, complaints: string[]): void {
  const complain = (text: string) => complaints.push(`${page.url()}: ${text}`);
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !request.url().startsWith(`${origin}/`)) {
      complain(`asks ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complain(`${response.status()} for ${response.url()}`);
  });
}
