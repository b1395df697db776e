/** The site as a browser has stored it, and new versions of it. */
import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';

/** The catalogs of the built site, as the list of files groups them. */
export const catalogs = [
  { id: 'apig', names: new Set<string>() },
  { id: 'jdcloud-apigateway', names: new Set<string>() },
];

/** Waits until the browser has stored the site. */
export async function untilStored(page: Page): Promise<void> {
  const isStored = () => navigator.serviceWorker.controller !== null;
  await page.waitForFunction(isStored, undefined, { timeout: 60_000 });
}

/** Asks for a new version, and tells what became of it. */
export const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const worker = registration.installing;
    await new Promise<void>((done) => {
      const look = () => (worker === null || worker.state !== 'installing') && done();
      look();
      worker?.addEventListener('statechange', look);
    });
    return registration.waiting ? 'waits' : 'failed';
  });

/** Asks until a new version waits; an attempt at an earlier one may be under way. */
export async function updated(page: Page): Promise<void> {
  for (let attempt = 0; (await update(page)) !== 'waits'; attempt++) {
    assert.ok(attempt < 50, 'a new version comes');
    await page.waitForTimeout(500);
  }
}

/** Opens a page and waits until the browser has stored the site. */
export async function visitStored(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await untilStored(page);
  return page;
}
