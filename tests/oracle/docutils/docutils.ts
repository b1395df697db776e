/**
 * docutils, where the machine has it.
 */
import { spawnSync } from 'node:child_process';
import type { Digest, PlainTable } from './plain-cells.ts';

const script = 'tests/oracle/docutils/cells.py';

/** Why docutils cannot be asked; undefined where it can. */
export function whyNoDocutils(): string | undefined {
  const { error, status } = spawnSync('python3', ['-c', 'import docutils'], { stdio: 'ignore' });
  if (error) return 'python3 was not found';
  return status === 0 ? undefined : 'python3 has no docutils (Debian: python3-docutils)';
}

/** Cells of documents as docutils reads them, by path. */
export function askDocutils(files: string[]): Record<string, PlainTable[]> {
  return run(files);
}

/** Digests of what docutils reads, by path. */
export function askDigests(files: string[]): Record<string, Digest> {
  return run(['--digest', ...files]);
}

function run<T>(args: string[]): T {
  const { error, status, stderr, stdout } = spawnSync('python3', [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(stdout);
}
