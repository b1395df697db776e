/** `npm run add` as a test calls it. */
import { addDocument } from '../../scripts/add/add-document.ts';
import type { Terminal } from '../../scripts/add/ask.ts';
import type { Options } from '../../scripts/add/options.ts';
import { temporaryFolder } from './content.ts';

/** Adds a document, without a terminal unless one is given; returns what was printed, and the options that were missing. */
export async function add(
  root: string,
  paths: string | string[],
  options: Options = {},
  isDryRun = false,
  terminal?: Terminal,
): Promise<{ printed: string; missing: string[] }> {
  const lines: string[] = [];
  const missing = await addDocument(root, [paths].flat(), options, {
    isDryRun,
    stage: temporaryFolder('stage'),
    print: (line) => lines.push(line),
    terminal,
  });
  return { printed: lines.join('\n'), missing: missing.map(({ option }) => option) };
}
