import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findNodeAtLocation, type ParseError, parseTree, visit } from 'jsonc-parser';
import type { z } from 'zod';
import { InputError } from './input-error.ts';
import { readText } from './read-text.ts';

/** For files in which every record is a line of its own. */
export const keepBothSides = 'Keep the lines of both sides, and remove the markers.';

/**
 * Reads a JSON file that a command writes and nobody edits by hand.
 *
 * @param file Path from `root`.
 * @param why What depends on the file, for the message.
 * @param afterMerge What to do with the conflict markers of a merge.
 * @returns The record, or undefined if the file does not exist.
 * @throws InputError with the line if the file is not JSON, does not fit the schema, or has a key twice.
 */
export function readJsonRecord<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
  why: string,
  afterMerge: string,
): z.infer<Schema> | undefined {
  if (!existsSync(join(root, file))) return undefined;
  const advice = `Restore it from git: ${why}.`;
  const text = readText(root, file, advice, afterMerge);
  const fail = (line: number, reason: string): never => {
    throw new InputError([`${file}:${line}: the file is damaged (${reason}). ${advice}`]);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail(findLine(text), (error as Error).message.replace(/\s+/g, ' '));
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.map((part) => (typeof part === 'number' ? part : String(part))) ?? [];
    const where = path.length > 0 ? `${path.join(' / ')}: ` : '';
    return fail(findLine(text, path), `${where}${issue?.message}`);
  }
  const twice = findRepeatedKey(text);
  return twice ? fail(twice.line, `${twice.key} is there twice`) : parsed.data;
}

/**
 * Renders a record for its file: one entry a line, the comma first, so that a new entry adds a line and
 * changes none.
 */
export function renderJsonRecord(entries: Iterable<readonly [string, unknown]>): string {
  const lines = [...entries].map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{${lines.join('\n,')}\n}\n`;
}

/** The line of a value, or of the first error if no path is given; 1 if the parser cannot tell. */
function findLine(text: string, path?: (string | number)[]): number {
  try {
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { disallowComments: true });
    const place = path && tree ? findNodeAtLocation(tree, path) : errors[0];
    return text.slice(0, place?.offset ?? 0).split('\n').length;
  } catch {
    return 1;
  }
}

/** The first key that an object has twice: a merge can add one, and JSON.parse keeps only the last. */
function findRepeatedKey(text: string): { key: string; line: number } | undefined {
  const open: Set<string>[] = [];
  let found: { key: string; line: number } | undefined;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, line) => {
      const keys = open.at(-1);
      if (keys?.has(key)) found ??= { key, line: line + 1 };
      keys?.add(key);
    },
  });
  return found;
}
