import {
  noPermalinks,
  type Permalinks,
  PermalinksFileSchema,
} from '../../../src/model/permalinks.ts';
import { keepBothSides, readJsonRecord } from './json-record.ts';

export const permalinksFile = 'content/permalinks.json';

/**
 * Reads every URL and anchor ever issued; without the file, none was.
 *
 * @throws InputError if the file is damaged.
 */
export function readPermalinks(root: string): Permalinks {
  const why = 'it must never lose a line';
  const record = readJsonRecord(root, permalinksFile, PermalinksFileSchema, why, keepBothSides);
  return record ?? structuredClone(noPermalinks);
}
