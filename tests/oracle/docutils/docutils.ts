/** docutils, if this machine has it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/content.ts';
import { type PlainTable, plainTables } from './plain-cells.ts';
import { randomDocument } from './random-tables.ts';
import { readRstFile } from './read-file.ts';

const script = 'tests/oracle/docutils/cells.py';

/** Why docutils cannot be asked; false if it can, as the option `skip` of a test. */
export function whyNoDocutils(): string | false {
  const { error, status } = spawnSync('python3', ['-c', 'import docutils'], { stdio: 'ignore' });
  if (error) return 'python3 was not found; only recorded digests are compared';
  if (status === 0) return false;
  return 'python3 has no docutils (Debian: python3-docutils); only recorded digests are compared';
}

/** The cells that docutils reads, by path. Reads all files in one process: its start takes longest. */
function askDocutils(files: string[]): Record<string, PlainTable[]> {
  const { error, status, stderr, stdout } = spawnSync('python3', [script, ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** Asserts that docutils and the reader read the same cells; returns those of docutils by path. */
export function assertSameCells(files: string[]): Record<string, PlainTable[]> {
  const answers = askDocutils(files);
  for (const [path, tables] of Object.entries(answers)) {
    assert.deepEqual(plainTables(readRstFile(path)), tables, path);
  }
  return answers;
}

/** The same for random documents of three tables, without findings; the seeds are 0, 1, … */
export function assertSameRandomCells(count: number): void {
  const folder = temporaryFolder('random-tables');
  const paths = Array.from({ length: count }, (_, seed) => join(folder, `${seed}.rst`));
  for (const [seed, path] of paths.entries()) writeFileSync(path, randomDocument(seed));
  assertSameCells(paths);
  for (const path of paths) assert.deepEqual(readRstFile(path).findings, [], path);
}
