/** How long a reader waits for a filter or the search while typing, on a phone with a slow processor. */
import type { Browser } from 'playwright-core';
import { figure, median } from '../../scripts/bench/table.ts';
import { phone } from '../browser/support/site.ts';
import { launchBrowser } from '../support/browser.ts';

const slowdown = 4;
const text = 'APIG.02';
/** Typed letter by letter, then deleted letter by letter. */
const keys = [...text, ...Array.from(text, () => 'Backspace')];
const fields = [
  ['catalog filter', 'apig/', 'form.filter [name=text]'],
  [
    'comparison filter',
    'apig/compare/huaweicloud-2018-12..huaweicloud-web/',
    '[data-filter] [name=q]',
  ],
  ['worklist filter', 'apig/worklist/', '[data-filter] [name=q]'],
  ['search', 'find/', '#search-text'],
] as const;

/**
 * Measures the time from each key until its frame is painted; for each key the median counts.
 * Interaction to Next Paint (https://web.dev/articles/inp) counts the same, but if nothing in view
 * changes it waits for a frame that something else paints.
 *
 * @param url Address of the site, with a slash at its end.
 */
export async function measureTyping(url: string, repeat: number) {
  const browser = await launchBrowser();
  const rows: Record<string, string>[] = [];
  for (const locale of ['en', 'zh-cn']) {
    for (const [field, path, selector] of fields) {
      console.error(`Typing: ${field}, ${locale}`);
      const rounds: number[][] = [];
      for (let round = 1; round <= repeat; round++) {
        rounds.push(await typeInto(browser, `${url}${locale}/${path}`, selector));
      }
      const waits = keys.map((_, key) => median(rounds.map((round) => round[key] ?? 0)));
      rows.push({
        field,
        locale,
        'median (ms)': figure(median(waits)),
        'slowest key (ms)': figure(Math.max(...waits)),
      });
    }
  }
  await browser.close();
  return rows;
}

/** Opens a page and types; returns the wait for each key (ms). */
async function typeInto(browser: Browser, address: string, selector: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: phone });
  await page.goto(address);
  // By then the page has done what it does after loading.
  await page.waitForTimeout(1500);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(globalThis, { waits });
    // The frame's own callbacks are followed by style, layout and paint, and then the next task.
    const measure = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - timeStamp)));
    addEventListener('keydown', measure, { capture: true });
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
