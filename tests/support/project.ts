import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectRoot } from './content.ts';

/** Run an npm script of a copy; throws with its output when it fails. */
export function runScript(root: string, script: string, env: Record<string, string> = {}): string {
  const result = spawnSync('npm', ['run', '--silent', script], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(projectRoot, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}`,
      ...env,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  const out = `${result.stdout}${result.stderr}`;
  if (result.status !== 0)
    throw new Error(`npm run ${script} failed with ${result.status}:\n${out.slice(-4000)}`);
  return out;
}

/** Every file below a folder: path → bytes. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name.replaceAll('\\', '/'), readFileSync(path));
  }
  return files;
}
