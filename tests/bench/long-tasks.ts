/** The longest tasks of the page's main thread while a reader searches among many codes. */
import type { Browser, Page } from 'playwright-core';
import { figure } from '../../scripts/bench/table.ts';
import { buildLookupIndex } from '../../src/lookup/index/build-index.ts';
import { renderCore, renderTexts } from '../../src/lookup/index/index-lines.ts';
import { shardCount, splitCore } from '../../src/search/shards.ts';
import { codes, synonyms } from '../support/finding-texts.ts';
import { makeManyCodes } from '../support/many-codes.ts';
import { ask } from './search-page.ts';

/** Names that Chromium gives in a trace. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of the clock, and of the processor. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Makes the requests of a page for the index return one of this many codes, the site's own among them. */
export async function serveManyCodes(page: Page, count: number): Promise<void> {
  const all = [...codes, ...makeManyCodes(count - codes.length)];
  const catalogs = [...new Set(all.map(({ catalog }) => catalog))].map((id) => ({ id }));
  const { core, texts } = buildLookupIndex(all, catalogs, synonyms);
  const shards = shardCount(count);
  const files = new Map([
    ['core', renderCore(core)],
    ['texts', renderTexts(texts)],
    ...splitCore(core, shards).map((part, at): [string, string] => [
      `shard-${at}`,
      JSON.stringify(part),
    ]),
  ]);
  await page.route(/\/search\/[\w-]+\.json/, (route) => {
    const body = files.get(/([\w-]+)\.json/.exec(route.request().url())?.[1] ?? '');
    return body === undefined ? route.continue() : route.fulfill({ body });
  });
  await page.route(/\/find\//, async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace(/data-shards="\d+"/, `data-shards="${shards}"`)
      .replace(/<script type="application\/json" id="core\.json">.*?<\/script>/s, '');
    return route.fulfill({ response, body: html });
  });
}

/**
 * Prints the longest task for each way of searching, in milliseconds of the clock and of the processor.
 *
 * @param url Address of the site, with a slash at its end.
 * @param count Number of codes; absent for those of the site.
 */
export async function printLongTasks(browser: Browser, url: string, count?: number): Promise<void> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  if (count !== undefined) await serveManyCodes(page, count);
  const ways: [string, () => Promise<unknown>][] = [
    ['open the page with a code', () => page.goto(`${url}en/find/?q=APIG.0301`)],
    ['until all is loaded', () => page.waitForTimeout(15_000)],
    ['paste a code', () => ask(page, 'APIG.0201')],
    ['paste a sentence', () => ask(page, 'the backend takes too long and nothing comes back')],
    ['paste a Chinese sentence', () => ask(page, '后端一直超时，请求没有返回')],
    ['paste an HTTP status', () => ask(page, '404')],
    ['type', () => typeSlowly(page, 'quota of the tenant APIG.02')],
    ['paste a log of 300 errors in 1,000 lines', () => pasteText(page)],
    ['paste a log of 300 errors in 10,000 lines', () => pasteText(page)],
  ];
  console.log(`\n── longest tasks, ${count ?? 'the site’s'} codes ──`);
  for (const [name, act] of ways) {
    // Beforehand, since a long text that the test sends is a long task too.
    const [lines] = /[\d,]+(?= lines)/.exec(name) ?? [];
    if (lines) await copyLog(page, Number(lines.replace(',', '')));
    const { clock, processor } = await longestTask(browser, page, act);
    console.log(`${name}: ${figure(clock)} ms, processor ${figure(processor)} ms`);
  }
  await context.close();
}

async function typeSlowly(page: Page, text: string): Promise<void> {
  await page.locator('#search-text').fill('');
  await page.locator('#search-text').pressSequentially(text, { delay: 120 });
  await page.waitForSelector('[data-results][data-state=done]');
}

/** Puts a log with 300 errors into the clipboard. */
async function copyLog(page: Page, lines: number): Promise<void> {
  const step = Math.floor(lines / 300);
  const log = Array.from({ length: lines }, (_, line) =>
    line % step === 0 && line < 300 * step
      ? `08:10:07 ERROR {"error_code":"${codes[line % codes.length]?.code}","request_id":"a${line}"}`
      : `08:10:07 INFO GET /v1/orders/${line} 200 in ${line % 90} ms`,
  ).join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), log);
}

/** Pastes as a reader does; the text is in the clipboard already. */
async function pasteText(page: Page): Promise<void> {
  await page.locator('#search-text').press('Control+A');
  await page.keyboard.press('Control+V');
  await page.waitForSelector('[data-results][data-state=done] .compact');
}

async function longestTask(browser: Browser, page: Page, act: () => Promise<unknown>) {
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline'],
  });
  await act();
  await page.waitForTimeout(1000);
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid} ${tid}`),
  );
  const longest = (part: 'dur' | 'tdur') =>
    Math.max(0, ...tasks.map((task) => task[part] ?? 0)) / 1000;
  return { clock: longest('dur'), processor: longest('tdur') };
}
