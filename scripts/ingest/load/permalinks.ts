import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  noPermalinks,
  type Permalinks,
  PermalinksFileSchema,
} from '../../../src/model/permalinks.ts';
import { InputError } from './input-error.ts';
import { keepBothSides, readJsonRecord } from './json-record.ts';

export const permalinksFile = 'content/permalinks.json';

/**
 * Reads every URL and anchor ever issued; without the file and the texts beside it, none was.
 *
 * @throws InputError if the file is damaged or lost.
 */
export function readPermalinks(root: string): Permalinks {
  const why = 'it must never lose a line';
  const record = readJsonRecord(root, permalinksFile, PermalinksFileSchema, why, keepBothSides);
  if (!record && existsSync(join(root, 'content/last-texts')))
    throw new InputError([
      `${permalinksFile}:1: the file is missing, but content/last-texts/ is there. Restore it from git: ${why}. If nothing was ever published, remove content/last-texts/.`,
    ]);
  return record ?? structuredClone(noPermalinks);
}
