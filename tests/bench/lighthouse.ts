/** Lighthouse's scores of built pages. */
import lighthouse, { desktopConfig, type Flags } from 'lighthouse';
import { figure, median } from '../../scripts/bench/table.ts';
import { launchBrowser } from '../support/browser.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse connects to the browser by a port. */
const debuggingPort = 9333;

type Audits = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

/**
 * Runs Lighthouse on pages, round by round, so that a moment of load does not spoil all runs of one.
 *
 * @param url Address of the site, with a slash at its end.
 * @param form `mobile` (a slow phone on a slow line) or `desktop`.
 * @returns A row for each page with the median of each figure, and the audits that cost points.
 */
export async function measureLighthouse(
  url: string,
  pages: string[],
  form: string,
  repeat: number,
) {
  const browser = await launchBrowser([`--remote-debugging-port=${debuggingPort}`]);
  const runs: { page: string; result: Audits }[] = [];
  try {
    for (let round = 1; round <= repeat; round++) {
      for (const page of pages) {
        runs.push({ page, result: await runLighthouse(`${url}${page}`, form) });
        console.error(`Lighthouse, ${form}: ${runs.length} of ${pages.length * repeat}`);
      }
    }
  } finally {
    await browser.close();
  }
  const byPage = [...Map.groupBy(runs, ({ page }) => page)].map(([page, ofPage]) => ({
    page,
    results: ofPage.map(({ result }) => result),
  }));
  return {
    rows: byPage.map(({ page, results }) => rowOf(page, results)),
    misses: byPage.flatMap(({ page, results }) => missesOf(page, results)),
  };
}

async function runLighthouse(url: string, form: string): Promise<Audits> {
  const options: Flags = {
    port: debuggingPort,
    logLevel: 'error',
    onlyCategories: [...categories],
  };
  const result = await lighthouse(url, options, form === 'desktop' ? desktopConfig : undefined);
  const problem = result ? result.lhr.runtimeError?.message : 'Lighthouse returned nothing';
  if (!result || problem) throw new Error(`${url}: ${problem}`);
  return result.lhr;
}

function rowOf(page: string, results: Audits[]): Record<string, string> {
  const value = (id: string) =>
    median(results.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
  const scores = categories.map((id) => {
    const score = median(results.map((result) => result.categories[id]?.score ?? 0));
    return [id, String(Math.round(score * 100))];
  });
  return {
    page: `/${page}`,
    ...Object.fromEntries(scores),
    'first paint (s)': figure(value('first-contentful-paint') / 1000),
    'largest paint (s)': figure(value('largest-contentful-paint') / 1000),
    'blocked (ms)': value('total-blocking-time').toFixed(0),
    'layout shift': String(Number(value('cumulative-layout-shift').toFixed(3))),
  };
}

/** The audits of a page that cost points in any run. */
function missesOf(page: string, results: Audits[]): string[] {
  return results.flatMap(({ audits, categories }) =>
    Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `/${page}: ${id} ${audits[id]?.displayValue ?? ''}`),
    ),
  );
}
