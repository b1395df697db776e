/** The program `explain` as the site delivers it, installed by npm. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { distRoot } from './built-site.ts';
import { temporaryFolder } from './content.ts';

/**
 * Installs the program out of the built site, without a network: it depends on nothing.
 *
 * @returns Path of its script, and what npm wrote if it failed.
 */
export function installExplain(): { program: string; problem: string } {
  const folder = temporaryFolder('explain');
  const options = ['--global', '--offline', '--no-audit', '--no-fund', '--prefix', folder];
  const { status, stderr } = spawnSync(
    'npm',
    ['install', ...options, join(distRoot, 'download/explain.tgz')],
    { encoding: 'utf8', shell: process.platform === 'win32' },
  );
  const program = ['lib/node_modules', 'node_modules']
    .map((path) => join(folder, path, 'explain-error-codes/main.js'))
    .find((path) => existsSync(path));
  return { program: program ?? '', problem: status === 0 ? '' : stderr };
}
