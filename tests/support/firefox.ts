/** Firefox as it comes, driven over WebDriver BiDi: Playwright drives a Firefox of its own only. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';

const usualPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/snap/bin/firefox',
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']]
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
];

/**
 * Find an installed Firefox. FIREFOX_PATH names one.
 *
 * @returns Its path, or why there is none and what to do.
 * @example findFirefox() // => { path: '/usr/bin/firefox-esr' }
 */
export function findFirefox(): { path: string } | { reason: string } {
  const named = process.env['FIREFOX_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const path = [
    ...(named ? [named] : []),
    ...['firefox', 'firefox-esr'].flatMap((name) => folders.map((folder) => join(folder, name))),
    ...usualPlaces,
  ].find(existsSync);
  if (path !== undefined) return { path };
  return {
    reason: 'no Firefox is installed (Debian: apt-get install firefox-esr; or set FIREFOX_PATH)',
  };
}

/**
 * Start Firefox without a window, with an empty profile of its own. Close it when done.
 *
 * @throws When it does not start.
 */
export function launchFirefox(path: string): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    timeout: 60_000,
    protocolTimeout: 20_000,
    extraPrefsFirefox: { 'intl.accept_languages': 'en-GB' },
  });
}
