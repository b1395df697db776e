/**
 * How long a reader waits for a filter or the search while typing, on a phone's screen and with a
 * processor four times slower; started by `scripts/bench/typing.ts`. Build first.
 *
 * Prints a line of JSON a field: in each round the wait for each key (ms) until its frame is
 * painted. Interaction to Next Paint (https://web.dev/articles/inp) counts the same, but where
 * nothing in sight changes it waits for a frame that something else paints.
 */
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { startServer } from '../../scripts/serve/static-server.ts';
import { launchBrowser } from '../support/browser.ts';

const { values } = parseArgs({ options: { repeat: { type: 'string', default: '1' } } });
const slowdown = 4;
/** Typed letter by letter, then deleted letter by letter. */
const text = 'APIG.02';
const keys = [...text, ...Array.from(text, () => 'Backspace')];
const pair = 'huaweicloud-2018-12..huaweicloud-web';
const fields = [
  ['catalog filter', 'apig/', 'catalog-filter [name=text]'],
  ['comparison filter', `apig/compare/${pair}/`, '[data-filter] [name=q]'],
  ['worklist filter', 'apig/worklist/', '[data-filter] [name=q]'],
  ['search', 'find/', '#search-text'],
] as const;

const server = await startServer({ root: 'dist' });
const browser = await launchBrowser();
try {
  for (const locale of ['en', 'zh-cn']) {
    for (const [field, path, selector] of fields) {
      const waits: number[][] = [];
      for (let round = 1; round <= Number(values.repeat); round += 1) {
        waits.push(await typeInto(browser, `${server.url}${locale}/${path}`, selector));
      }
      console.log(JSON.stringify({ field, locale, waits }));
    }
  }
} finally {
  await browser.close();
  await server.close();
}

/** Open a page, type, and tell how long each key took. */
async function typeInto(browser: Browser, address: string, selector: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(address);
  // What a page does by itself is done by then.
  await page.waitForTimeout(1500);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(globalThis, { waits });
    // After the frame's own callbacks come style, layout and paint, and then the next task.
    const wait = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - timeStamp)));
    addEventListener('keydown', wait, { capture: true });
  });
  await page.locator(selector).focus();
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
  }
  await page.waitForTimeout(500);
  const waits = await page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits);
  await page.close();
  return waits;
}
