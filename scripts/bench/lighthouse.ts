/** Lighthouse's scores of the pages that readers come for, in both languages. */
import { readLines } from './read-lines.ts';
import { figure, median } from './table.ts';

const pages = [
  '',
  'apig/apig-0201/',
  'apig/',
  'apig/compare/otc-2024-12..huaweicloud-web/',
].flatMap((path) => ['en/', 'zh-cn/'].map((locale) => locale + path));

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What `tests/bench/lighthouse.ts` prints of a run; scores and values by Lighthouse's own names. */
export interface LighthouseRun {
  page: string;
  /** From 0 to 1; null when something could not be measured. */
  scores: Record<string, number | null>;
  values: Record<string, number>;
  /** Audits below 1 that count in a category. */
  missed: { id: string; said: string }[];
}

/**
 * Run Lighthouse on the built site.
 *
 * @param form `mobile` (a slow phone on a slow line, Lighthouse's default) or `desktop`.
 * @param repeat Runs a page; the middle one counts, for each figure by itself.
 * @param only Other pages than the usual ones, such as `en/find/`.
 */
export async function measureLighthouse(
  form: string,
  repeat: number,
  say: (text: string) => void,
  only?: string[],
) {
  const wanted = only ?? pages;
  const args = ['--pages', wanted.join(','), '--repeat', String(repeat), '--form', form];
  const runs: LighthouseRun[] = [];
  let browser = '';
  for await (const line of readLines('lighthouse.ts', args)) {
    if (browser === '') browser = line;
    else {
      runs.push(JSON.parse(line));
      say(`Lighthouse, ${form}: ${runs.length} of ${wanted.length * repeat}`);
    }
  }
  const byPage = [...Map.groupBy(runs, ({ page }) => page).values()];
  return { browser, rows: byPage.map(rowOf), misses: byPage.flatMap(missesOf) };
}

/**
 * The middle score of each category as Lighthouse shows it, from 0 to 100.
 *
 * @example scoresOf([{ scores: { seo: 1, … }, … }]) // => { performance: 98, …, seo: 100 }
 */
export function scoresOf(runs: LighthouseRun[]) {
  return Object.fromEntries(
    categories.map((id) => [
      id,
      Math.round(median(runs.map(({ scores }) => scores[id] ?? 0)) * 100),
    ]),
  );
}

function rowOf(runs: LighthouseRun[]): Record<string, string> {
  const value = (id: string) => median(runs.map(({ values }) => values[id] ?? Number.NaN));
  const scores = Object.entries(scoresOf(runs)).map(([id, score]) => [id, String(score)]);
  return {
    page: `/${runs[0]?.page}`,
    ...Object.fromEntries(scores),
    'first paint (s)': figure(value('first-contentful-paint') / 1000),
    'largest paint (s)': figure(value('largest-contentful-paint') / 1000),
    'blocked (ms)': value('total-blocking-time').toFixed(0),
    'layout shift': String(Number(value('cumulative-layout-shift').toFixed(3))),
  };
}

/** A line for a page that misses 100 in a category, with what Lighthouse found in any of its runs. */
function missesOf(runs: LighthouseRun[]): string[] {
  const short = Object.entries(scoresOf(runs)).filter(([, score]) => score < 100);
  if (short.length === 0) return [];
  const found = new Map(runs.flatMap(({ missed }) => missed).map(({ id, said }) => [id, said]));
  const audits = [...found].map(([id, said]) => (said ? `${id} (${said})` : id));
  return [
    `/${runs[0]?.page}: ${short.map(([id, score]) => `${id} ${score}`).join(', ')}; below 100 in some run: ${audits.join(', ')}`,
  ];
}
