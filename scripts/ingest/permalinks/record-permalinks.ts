import { join } from 'node:path';
import { renderPermalinks } from '../../../src/model/permalinks.ts';
import { InputError } from '../load/input-error.ts';
import { lastTextsFile, renderLastTexts } from '../load/last-texts.ts';
import { permalinksFile, readPermalinks } from '../load/permalinks.ts';
import { hasFailed, type Ingested, ingest } from '../pipeline.ts';
import { type Progress, silent } from '../report/progress.ts';
import { describeErrors } from '../report/terminal.ts';
import { replaceFile } from '../write/replace-files.ts';
import { listLinks } from './pages.ts';

/**
 * Records every page and anchor in content/permalinks.json, and the latest texts of each case in
 * content/last-texts/. Nothing recorded is removed.
 *
 * @param root The project's root.
 * @returns The ingested documents and the number of links before and after.
 * @throws InputError if the documents cannot be ingested; nothing is written then.
 */
export function recordPermalinks(
  root: string,
  progress: Progress = silent,
): { ingested: Ingested; before: number; after: number } {
  const before = readPermalinks(root);
  const ingested = ingest(root, progress);
  if (hasFailed(ingested)) {
    throw new InputError([...ingested.problems, ...describeErrors(ingested.findings)]);
  }
  const { permalinks, last } = ingested.record;
  replaceFile(join(root, permalinksFile), renderPermalinks(permalinks));
  for (const [catalog, texts] of last) {
    replaceFile(join(root, lastTextsFile(catalog)), renderLastTexts(texts));
  }
  return { ingested, before: listLinks(before).size, after: listLinks(permalinks).size };
}
