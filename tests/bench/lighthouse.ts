/**
 * Runs Lighthouse on pages of the built site; started by `scripts/bench/lighthouse.ts`, which knows
 * neither browser nor site. Build first.
 *
 *   node tests/bench/lighthouse.ts --pages en/,zh-cn/ --repeat 5 --form mobile
 *
 * Prints the browser's version, then a line of JSON a run, as soon as it is there.
 */
import { parseArgs } from 'node:util';
import { type LaunchedChrome, launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { startServer } from '../../scripts/serve/static-server.ts';
import { firstThatStarts } from '../support/browser/choose.ts';
import { sources } from '../support/browser/sources.ts';
import { browserFlags } from '../support/browser.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: 'en/' },
    repeat: { type: 'string', default: '1' },
    form: { type: 'string', default: 'mobile' },
  },
});

const server = await startServer({ root: 'dist' });
const browser = await firstThatStarts(sources, startBrowser, (text) => console.error(text));
const version = await fetch(`http://127.0.0.1:${browser.port}/json/version`);
console.log((await version.json()).Browser);
try {
  // Round by round, so that a moment of load does not spoil all runs of one page.
  for (let round = 1; round <= Number(values.repeat); round += 1) {
    for (const page of values.pages.split(',')) console.log(JSON.stringify(await measure(page)));
  }
} finally {
  browser.kill();
  await server.close();
}

/** A browser of its own: Lighthouse speaks to a port, and to one without Playwright's own flags. */
function startBrowser({ path, env = {} }: { path: string; env?: Record<string, string> }) {
  return launch({
    chromePath: path,
    chromeFlags: browserFlags,
    envVars: { ...process.env, ...env },
  }) satisfies Promise<LaunchedChrome>;
}

/** One run: scores from 0 to 1 by category, figures, and the audits that cost a part of a score. */
async function measure(page: string) {
  const result = await lighthouse(
    `${server.url}${page}`,
    {
      port: browser.port,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    },
    values.form === 'desktop' ? desktopConfig : undefined,
  );
  if (!result || result.lhr.runtimeError) {
    throw new Error(`${page}: ${result?.lhr.runtimeError?.message ?? 'Lighthouse gave nothing'}`);
  }
  const { audits, categories } = result.lhr;
  return {
    page,
    scores: Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, score])),
    values: Object.fromEntries(
      Object.values(audits).flatMap(({ id, numericValue }) =>
        numericValue === undefined ? [] : [[id, numericValue]],
      ),
    ),
    missed: Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.flatMap(({ id, weight }) => {
        const audit = audits[id];
        const counts = weight > 0 && audit?.score !== null;
        return counts && (audit?.score ?? 1) < 1 ? [{ id, said: audit?.displayValue ?? '' }] : [];
      }),
    ),
  };
}
