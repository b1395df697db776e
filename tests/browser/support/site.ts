/** The built site, served, with a browser that notes whatever a page should not do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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
  /** A page in a context of its own, so with empty storage. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Serve `dist/` and start a browser.
 *
 * @throws When the site has not been built.
 * @example
 *   const site = await openSite();
 *   const page = await site.open('/en/', { viewport: phone });
 */
export async function openSite(): Promise<Site> {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error('dist/ has no index.html; the site is not built. Run `npm run build`.');
  }
  const [server, browser] = await Promise.all([startServer({ root: dist }), launchBrowser()]);
  const url = server.url.replace(/\/$/, '');
  const complaints: string[] = [];
  return {
    browser,
    url,
    complaints,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: wide, ...options });
      const page = await context.newPage();
      watch(page, url, complaints);
      await page.goto(url + path);
      return page;
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
