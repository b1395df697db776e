import type { BrowserContext, Page } from 'playwright-core';

/** Opens a page and waits until the browser has stored the site. */
export async function visitStored(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}
