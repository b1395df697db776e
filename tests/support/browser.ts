/**
 * A browser for tests, on any machine: `const browser = await launchBrowser()`.
 *
 * CHROMIUM_PATH names one; BROWSER_SOURCE (`path`, `installed`, `npm`, `apt`, `playwright`) allows
 * one source alone, as for trying that source out.
 */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { chooseSources, firstThatStarts, type Program } from './browser/choose.ts';
import { sources } from './browser/sources.ts';

/** How browsers are started here: without a window, and without asking the network anything. */
export const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Start the first browser that can be found and works. Close it when done.
 *
 * @param source Name of the one source to use; all, in order, when it is empty.
 * @throws An error that lists what was tried and says what to do, when there is none.
 * @example
 *   const browser = await launchBrowser();
 *   after(() => browser.close());
 */
export function launchBrowser(source = process.env['BROWSER_SOURCE']): Promise<Browser> {
  const allowed = chooseSources(sources, source);
  return firstThatStarts(allowed, start, (text) => console.error(text));
}

/**
 * Start such a browser with a profile that outlives it, as for starting it again.
 *
 * @param folder Where the profile is.
 */
export function launchWithProfile(folder: string): Promise<BrowserContext> {
  return firstThatStarts(
    chooseSources(sources, process.env['BROWSER_SOURCE']),
    ({ path, env }) =>
      chromium.launchPersistentContext(folder, {
        executablePath: path,
        args: browserFlags,
        env: { ...process.env, ...env },
        timeout: 60_000,
      }),
    (text) => console.error(text),
  );
}

/** Start a browser and make it run a page: some start and then cannot. */
async function start(program: Program): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: program.path,
    args: browserFlags,
    env: { ...process.env, ...program.env },
    timeout: 60_000,
  });
  try {
    const page = await browser.newPage();
    await page.setContent('<p>ok</p>', { timeout: 30_000 });
    await page.close();
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
