/** The real find page in a browser, driven and measured. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** One row of the list, as other programs read it. */
export interface PageResult {
  catalog: string;
  code: string;
  case?: string;
  match: string;
}

/** What the page answered to one text. Times are milliseconds since the text was in the box. */
export interface PageAnswer {
  results: PageResult[];
  first: number;
  done: number;
}

/** A connection, in bytes and milliseconds. */
export interface Connection {
  latency: number;
  bytesPerSecond: number;
}

/** A page and the bytes it has fetched so far (as sent, headers included). */
export interface OpenPage {
  page: Page;
  context: BrowserContext;
  fetched(): number;
}

/**
 * Open a page of the site in a fresh profile.
 *
 * @param path Path within the site.
 * @param connection How slow it is; absent for as fast as it goes.
 */
export async function openPage(
  browser: Browser,
  site: string,
  path: string,
  connection?: Connection,
): Promise<OpenPage> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(noteAnswer);
  const session = await context.newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  if (connection) await slowDown(session, connection);
  await page.goto(`${site}${path}`, { waitUntil: 'load' });
  return { page, context, fetched: () => bytes };
}

/** Runs in the page: notes when the first frame with a result has been painted. */
function noteAnswer(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-results] li[data-code] .message')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('answer'), 0));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Returns when the page had painted its first answer, in milliseconds since the navigation began. */
export async function timeOfAnswer(page: Page): Promise<number> {
  const answer = () => performance.getEntriesByName('answer')[0]?.startTime;
  return (await (await page.waitForFunction(answer)).jsonValue()) as number;
}

async function slowDown(session: CDPSession, connection: Connection): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: connection.latency,
    downloadThroughput: connection.bytesPerSecond,
    uploadThroughput: connection.bytesPerSecond,
  });
}

/**
 * Put a text into the box of the page and wait for the whole answer.
 *
 * @param soon Whether the first results are enough: what the texts add comes after them.
 * @returns Results in order, guides left out.
 */
export function ask(page: Page, text: string, soon = false): Promise<PageAnswer> {
  return page.evaluate(
    async ([value, enough]) => {
      const field = document.querySelector('code-search textarea') as HTMLTextAreaElement;
      const box = document.querySelector('[data-results]') as HTMLElement;
      const start = performance.now();
      let first = Number.NaN;
      const look = () => {
        if (Number.isNaN(first) && box.querySelector('li')) first = performance.now() - start;
      };
      box.querySelector('ul')?.replaceChildren();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      look();
      const observer = new MutationObserver(look);
      observer.observe(box, { childList: true, subtree: true });
      await new Promise<void>((done) => {
        const check = () => {
          const answered = box.dataset['state'] === (value.trim() === '' ? 'empty' : 'done');
          const ready = answered || (enough && !Number.isNaN(first));
          if (ready) done();
          else setTimeout(check, 4);
        };
        check();
      });
      observer.disconnect();
      const results = [...box.querySelectorAll<HTMLElement>('li[data-code]')].map(
        ({ dataset }) => ({
          catalog: dataset['catalog'] ?? '',
          code: dataset['code'] ?? '',
          match: dataset['match'] ?? '',
          ...(dataset['case'] !== undefined && { case: dataset['case'] }),
        }),
      );
      return { results, first, done: performance.now() - start };
    },
    [text, soon] as const,
  );
}

/** Wait until the box works and answers from what is loaded. */
export async function warmUp(page: Page): Promise<void> {
  await page.locator('code-search textarea').focus();
  await ask(page, 'APIG.0201');
  await ask(page, 'backend');
}
