import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core';
import { projectRoot } from './content.ts';

/** No window, and no requests of the browser's own. */
const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser (see `firstThatStarts`), with more flags than the usual ones. Close it when done. */
export function launchBrowser(flags: string[] = []): Promise<Browser> {
  const args = [...browserFlags, ...flags];
  return firstThatStarts((options) => chromium.launch({ ...options, args }));
}

/** Starts a browser with a profile that outlives it. */
export function launchWithProfile(folder: string): Promise<BrowserContext> {
  return firstThatStarts((options) =>
    chromium.launchPersistentContext(folder, { ...options, args: browserFlags }),
  );
}

/**
 * Starts the first Chromium that works: CHROMIUM_PATH, else the one of @sparticuz/chromium (Linux on
 * x64 only), which opens a page in a sixth of the time, else one on PATH, else an installed Chrome
 * or Edge.
 *
 * @throws An error with the reason for each that did not start.
 */
async function firstThatStarts<Started>(
  start: (options: LaunchOptions) => Promise<Started>,
): Promise<Started> {
  const named = process.env['CHROMIUM_PATH'];
  const sources: (() => LaunchOptions)[] = named
    ? [() => ({ executablePath: named })]
    : [
        findBundled,
        ...findOnPath().map((executablePath) => () => ({ executablePath })),
        ...['chrome', 'msedge', 'chromium'].map((channel) => () => ({ channel })),
      ];
  const reasons: string[] = [];
  for (const source of sources) {
    try {
      return await start({ timeout: 60_000, ...source() });
    } catch (error) {
      reasons.push(String(error).split('\n').slice(0, 2).join(' '));
    }
  }
  throw new Error(
    `No browser starts. Install Chromium, or set CHROMIUM_PATH. Tried:\n${reasons.join('\n')}`,
  );
}

function findOnPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((path) => existsSync(path));
}

/** The browser of @sparticuz/chromium with the libraries and fonts it brings, unpacked on first use. */
function findBundled(): LaunchOptions {
  const folder = join(projectRoot, 'node_modules/.cache/chromium');
  if (!existsSync(folder)) unpackBundled(folder);
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder };
  return { executablePath: join(folder, 'chromium'), env: { ...env, ...fonts } };
}

function unpackBundled(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  // Renamed once complete: test files run at the same time.
  const staging = mkdtempSync(`${folder}-`);
  const script = "import('@sparticuz/chromium').then((module) => module.default.executablePath())";
  // The package unpacks to TMPDIR, and its libraries only if it runs in Amazon's cloud.
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: '24.x' };
  execFileSync(process.execPath, ['-e', script], { cwd: projectRoot, env });
  const dirs = `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
  writeFileSync(join(staging, 'fonts.conf'), `<fontconfig>${dirs}</fontconfig>`);
  try {
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
