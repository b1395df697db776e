/**
 * `npm run bench:search`: how well and how fast the built site is searched, in a real browser from
 * both interfaces, and the lookup among 30,000 codes. Build first.
 */
import type { Browser } from 'playwright-core';
import { startServer } from '../../scripts/serve/static-server.ts';
import { launchBrowser } from '../support/browser.ts';
import {
  type FindingText,
  isRightFirst,
  placeOf,
  quantile,
  readPasted,
  readQueries,
} from '../support/finding-texts.ts';
import { printLongTasks } from './long-tasks.ts';
import { printLog, printScale } from './scale.ts';
import { ask, openPage, type PageAnswer, timeOfAnswer, warmUp } from './search-page.ts';

const slow = { latency: 100, bytesPerSecond: 200_000 };
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const ms = (time: number) => `${time < 20 ? time.toFixed(1) : time.toFixed(0)} ms`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const queries = readQueries();
printScale(30_000);
printLog();
const pasted = readPasted();
const server = await startServer({ root: 'dist' });
const browser = await launchBrowser();
try {
  await printLongTasks(browser, server.url, 30_000);
  for (const locale of ['en', 'zh-cn']) {
    console.log(`\n── ${locale} ──`);
    await measureAccuracy(browser, locale);
    await measureCold(browser, locale);
    await measureAddress(browser, locale);
  }
} finally {
  await browser.close();
  await server.close();
}

async function measureAccuracy(browser: Browser, locale: string): Promise<void> {
  const { page, context, fetched } = await openPage(browser, server.url, `${locale}/find/`);
  await page.waitForTimeout(1000);
  const idle = fetched();
  await warmUp(page);
  console.log(`Bytes: ${kilobytes(idle)} until idle, ${kilobytes(fetched() - idle)} on first use`);
  if (queries.length > 0) {
    const answers = [];
    for (const query of queries) answers.push({ ...query, ...(await ask(page, query.paste)) });
    printQueries(answers);
  } else console.log('Queries: not at hand (../shared/benchmarks/search-queries.json)');
  const right = [];
  for (const error of pasted) {
    const answer = await ask(page, error.paste);
    const ok = isRightFirst(error, answer.results);
    right.push({ ...answer, ok });
    if (!ok) console.log(`  wrong: ${error.id} ${JSON.stringify(answer.results[0])}`);
  }
  const share = right.filter(({ ok }) => ok).length / right.length;
  console.log(`Pasted errors: ${percent(share)} of ${right.length} right; ${times(right)}`);
  await context.close();
}

type Answer = FindingText & PageAnswer;

function hitRate(answers: readonly Answer[], among: number): number {
  const places = answers.map((answer) => placeOf(answer, answer.results));
  return places.filter((place) => place > 0 && place <= among).length / answers.length;
}

function printQueries(answers: Answer[]) {
  const [hit1, hit5] = [hitRate(answers, 1), hitRate(answers, 5)];
  console.log(
    `Queries: ${answers.length}, hit@1 ${percent(hit1)}, hit@5 ${percent(hit5)}; ${times(answers)}`,
  );
  const none = answers.filter(({ results }) => results.length === 0);
  console.log(`Without result: ${none.length} ${none.map(({ paste }) => paste).join(' · ')}`);
  for (const [name, members] of Map.groupBy(answers, (answer) => answer.class)) {
    const missed = members.filter((one) => hitRate([one], 1) === 0).map(({ paste }) => paste);
    const rates = `${percent(hitRate(members, 1))} / ${percent(hitRate(members, 5))}`;
    console.log(`  ${name} (${members.length}): ${rates} ${missed.join(' · ')}`);
  }
}

function times(answers: readonly PageAnswer[]): string {
  const first = answers.map((answer) => answer.first).filter((time) => !Number.isNaN(time));
  const done = answers.map((answer) => answer.done);
  return `first result ${ms(quantile(first, 0.5))} median, ${ms(quantile(first, 0.95))} p95; all ${ms(quantile(done, 0.5))}, ${ms(quantile(done, 0.95))}`;
}

/** A fresh profile each time: nothing is cached, and the page has been idle for a second. */
async function measureCold(browser: Browser, locale: string): Promise<void> {
  const sets = {
    code: queries.filter((one) => /code|case/.test(one.class ?? '')).map(({ paste }) => paste),
    JSON: pasted.filter((one) => one.class?.startsWith('json')).map(({ paste }) => paste),
    words: queries.filter((one) => /desc|zh|chinese/i.test(one.class ?? '')).map((q) => q.paste),
  };
  for (const [name, texts] of Object.entries(sets)) {
    const answers = [];
    let bytes = 0;
    const chosen = texts.filter((_, index) => index % Math.ceil(texts.length / 8) === 0);
    for (const text of chosen) {
      const path = `${locale}/guides/reading/`;
      const { page, context, fetched } = await openPage(browser, server.url, path, slow);
      await page.waitForTimeout(1000);
      const before = fetched();
      answers.push(await ask(page, text));
      bytes += fetched() - before;
      await context.close();
    }
    const each = kilobytes(bytes / Math.max(1, chosen.length));
    console.log(`Cold, ${name} (${chosen.length}): ${times(answers)}; ${each} each`);
  }
}

/** A code in the address of the find page: from the beginning of the navigation until it is painted. */
async function measureAddress(browser: Browser, locale: string): Promise<void> {
  const answers = [];
  for (let run = 0; run < 9; run++) {
    const path = `${locale}/find/?q=APIG.0301`;
    const { page, context } = await openPage(browser, server.url, path, slow);
    answers.push(await timeOfAnswer(page));
    await context.close();
  }
  console.log(
    `A code in the address: ${ms(quantile(answers, 0.5))} median, ${ms(Math.min(...answers))} to ${ms(Math.max(...answers))}`,
  );
}
