import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { InputError } from './input-error.ts';

/**
 * Reads a JSON file that a command writes and nobody edits by hand.
 *
 * @param file Path from `root`.
 * @param why What depends on the file, for the message.
 * @returns The record, or undefined if the file does not exist.
 * @throws InputError if the file is not JSON or does not fit the schema.
 */
export function readJsonRecord<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
  why: string,
): z.infer<Schema> | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    throw new InputError([
      `${file}:1: the file is damaged (${reason}). Restore it from git: ${why}.`,
    ]);
  }
}
