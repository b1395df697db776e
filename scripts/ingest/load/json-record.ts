import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { InputError } from './input-error.ts';

/** For files in which every record is a line of its own. */
export const keepBothSides = 'Keep the lines of both sides, and remove the markers.';

/**
 * Reads a JSON file that a command writes and nobody edits by hand.
 *
 * @param file Path from `root`.
 * @param why What depends on the file, for the message.
 * @param afterMerge What to do with the conflict markers of a merge.
 * @returns The record, or undefined if the file does not exist.
 * @throws InputError if the file is not JSON or does not fit the schema.
 */
export function readJsonRecord<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
  why: string,
  afterMerge: string,
): z.infer<Schema> | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const conflict = text.split('\n').findIndex((line) => /^(<{7}|>{7}) /.test(line));
  if (conflict !== -1) {
    throw new InputError([
      `${file}:${conflict + 1}: the file has the conflict markers of a merge. ${afterMerge}`,
    ]);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    throw new InputError([
      `${file}:1: the file is damaged (${reason}). Restore it from git: ${why}.`,
    ]);
  }
}
