import { globSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { Program } from './choose.ts';

type Environment = Record<string, string | undefined>;

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsFiles = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * List the browsers that are installed, by looking where they usually are.
 *
 * @param platform Value of `process.platform`.
 * @param env Environment variables of the machine.
 * @param exists Whether there is a file of this path.
 * @param glob Paths below a folder that match a pattern, in any order.
 * @returns Those on PATH, then those of the system's usual places, then Playwright's own, newest first.
 * @example listInstalled('linux', { PATH: '/usr/bin' }, existsSync) // => [{ path: '/usr/bin/chromium' }]
 */
export function listInstalled(
  platform: NodeJS.Platform,
  env: Environment,
  exists: (path: string) => boolean,
  glob: (pattern: string, folder: string) => string[] = (pattern, cwd) =>
    globSync(pattern, { cwd }),
): Program[] {
  const places = [...onPath(platform, env), ...usualPlaces(platform, env)].filter(exists);
  return [...new Set([...places, ...inPlaywrightCache(platform, env, glob)])].map((path) => ({
    path,
  }));
}

function onPath(platform: NodeJS.Platform, env: Environment): string[] {
  const windows = platform === 'win32';
  const { delimiter, join } = windows ? win32 : posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((name) =>
    folders.map((folder) => join(folder, windows ? `${name}.exe` : name)),
  );
}

function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin') {
    return ['/Applications', posix.join(env['HOME'] ?? '/', 'Applications')].flatMap((folder) =>
      macApplications.map((name) => posix.join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform === 'win32') {
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsFiles.map((file) => win32.join(folder, file)));
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

/** Where `playwright install` puts browsers: https://playwright.dev/docs/browsers#managing-browser-binaries */
function inPlaywrightCache(
  platform: NodeJS.Platform,
  env: Environment,
  glob: (pattern: string, folder: string) => string[],
): string[] {
  const { join } = platform === 'win32' ? win32 : posix;
  const home = env['HOME'] ?? env['USERPROFILE'] ?? '';
  const usual = {
    darwin: join(home, 'Library/Caches/ms-playwright'),
    win32: join(env['LOCALAPPDATA'] ?? home, 'ms-playwright'),
  };
  const cache =
    env['PLAYWRIGHT_BROWSERS_PATH'] ??
    (platform === 'darwin' || platform === 'win32'
      ? usual[platform]
      : join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'ms-playwright'));
  const names = '{chrome,headless_shell,chrome-headless-shell}{,.exe}';
  const patterns = [`chromium*-*/*/${names}`, 'chromium-*/*/*.app/Contents/MacOS/*'];
  const revision = (path: string) => Number(/^[^-]*-(\d+)/.exec(path)?.[1] ?? 0);
  return patterns
    .flatMap((pattern) => glob(pattern, cache))
    .toSorted((a, b) => revision(b) - revision(a) || (a < b ? -1 : 1))
    .map((path) => join(cache, path));
}
