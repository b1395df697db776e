import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Program } from './choose.ts';
import { listInstalled } from './installed.ts';

const aptGet = '/usr/bin/apt-get';

/**
 * Install Debian's browser, as root only.
 *
 * @returns Nothing where there is no apt-get or we are not root.
 * @throws When apt-get fails.
 */
export async function installByApt(): Promise<Program[]> {
  if (process.getuid?.() !== 0 || !existsSync(aptGet)) return [];
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  await runInstaller(aptGet, [...wait, 'update']);
  await runInstaller(aptGet, [...wait, 'install', '-y', '--no-install-recommends', 'chromium']);
  return listInstalled(process.platform, process.env, existsSync);
}

/**
 * Let Playwright download its browser.
 *
 * @throws When the download fails.
 */
export async function installByPlaywright(): Promise<Program[]> {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  await runInstaller(process.execPath, [join(dirname(manifest), 'cli.js'), 'install', 'chromium']);
  return listInstalled(process.platform, process.env, existsSync);
}

/** Run an installer with its words on standard error; none may ask or take longer than this. */
function runInstaller(command: string, args: string[]): Promise<void> {
  const line = [command, ...args].join(' ');
  console.error(`Browser: ${line}`);
  return new Promise((done, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 10 * 60_000,
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) done();
      else reject(new Error(`${line}: ${signal ? `ended by ${signal}` : `exit code ${code}`}`));
    });
  });
}
