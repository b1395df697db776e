/** docutils, if this machine has it. */
import { spawnSync } from 'node:child_process';
import type { PlainTable } from './plain-cells.ts';

const script = 'tests/oracle/docutils/cells.py';

/** Why docutils cannot be asked; undefined if it can. */
export function whyNoDocutils(): string | undefined {
  const { error, status } = spawnSync('python3', ['-c', 'import docutils'], { stdio: 'ignore' });
  if (error) return 'python3 was not found; only recorded digests are compared';
  if (status === 0) return undefined;
  return 'python3 has no docutils (Debian: python3-docutils); only recorded digests are compared';
}

/** The cells that docutils reads, by path. Reads all files in one process: its start takes longest. */
export function askDocutils(files: string[]): Record<string, PlainTable[]> {
  const { error, status, stderr, stdout } = spawnSync('python3', [script, ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(stdout);
}
