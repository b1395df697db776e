import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from './input-error.ts';

/** Bytes of a file that people or commands keep below `content/`: the parser of YAML takes 4 s for 1 MB. */
const maxBytes = { '.yaml': 4_000_000, '.json': 400_000_000 };

/** The line that git leaves where two versions could not be merged. */
const conflictMark = /^(?:<{7}|>{7})(?: .*)?$/m;

/** Returns the 1-based line of the first mark of a merge conflict, or undefined. */
export function findConflict(text: string): number | undefined {
  const match = conflictMark.exec(text);
  return match ? text.slice(0, match.index).split('\n').length : undefined;
}

/**
 * Reads a file of `content/` as text.
 *
 * @param file Path from `root`.
 * @param advice What to do if the file is missing or damaged.
 * @param afterMerge What to do with the conflict markers of a merge.
 * @throws InputError that says why the file cannot be used: missing, unreadable, not a file, too
 *   large, not UTF-8, or with an unresolved merge conflict.
 */
export function readText(
  root: string,
  file: string,
  advice: string,
  afterMerge = 'Keep what both sides added, each item with all its fields, and remove the markers.',
): string {
  const fail = (why: string, line = 1, what = advice): never => {
    throw new InputError([`${file}:${line}: ${why}. ${what}`]);
  };
  const path = join(root, file);
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return fail('it is not a file');
    const limit = file.endsWith('.json') ? maxBytes['.json'] : maxBytes['.yaml'];
    if (stats.size > limit) return fail(`it has ${stats.size} bytes, more than ${limit}`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    return fail(code === 'ENOENT' ? 'the file is missing' : `the file cannot be read (${code})`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('the file is not UTF-8');
  }
  const line = findConflict(text);
  return line === undefined
    ? text
    : fail('the file has the conflict markers of a merge', line, afterMerge);
}
