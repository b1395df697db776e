import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { askGit, GitError } from '../../git/read-git.ts';
import { InputError } from './input-error.ts';
import { keepBothSides, readJsonRecord, renderJsonRecord } from './json-record.ts';

export const lockFile = 'content/sources.lock.json';

const about = 'SHA-256 of every source file. Written by `npm run add` and `npm run lock`.';

const LockSchema = z.record(z.string(), z.string());

/**
 * Reads the digest of each source file as it was when it was locked.
 *
 * @param root The project's root.
 * @returns Path from the root → SHA-256 in hex; empty without the file.
 * @throws InputError if the file is damaged.
 * @example readLock('.').get('content/sources/apig/otc-2024-12.en.rst') // => '65dc7578…'
 */
export function readLock(root: string): Map<string, string> {
  const why = 'it proves what was quoted';
  const record = readJsonRecord(root, lockFile, LockSchema, why, keepBothSides) ?? {};
  return new Map(Object.entries(record).filter(([file]) => file !== 'about'));
}

/** Returns the digests of the last commit; none without Git, or if they are damaged there. */
export function readCommittedLock(root: string): Map<string, string> {
  try {
    const { about: _, ...digests } = LockSchema.parse(
      JSON.parse(askGit(root, 'show', `HEAD:./${lockFile}`)),
    );
    return new Map(Object.entries(digests));
  } catch (error) {
    if (error instanceof GitError || error instanceof SyntaxError || error instanceof z.ZodError)
      return new Map();
    throw error;
  }
}

/**
 * Checks that the digests of documents are there, if Git has them.
 *
 * @throws InputError without the file.
 */
export function checkLockExists(root: string): void {
  if (existsSync(join(root, lockFile)) || !isTracked(root)) return;
  throw new InputError([
    `${lockFile}:1: the file is missing, but Git has it. Restore it with \`git checkout -- ${lockFile}\`: it proves what was quoted.`,
  ]);
}

function isTracked(root: string): boolean {
  try {
    return askGit(root, 'ls-files', '--', lockFile) !== '';
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

/** Renders the lock for its file, sorted. */
export function renderLock(lock: ReadonlyMap<string, string>): string {
  const files = [...lock].sort(([a], [b]) => (a < b ? -1 : 1));
  return renderJsonRecord([['about', about], ...files]);
}

/** Returns the SHA-256 of bytes in hex. */
export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
