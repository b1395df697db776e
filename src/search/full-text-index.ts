/** Builds the full-text index with Pagefind's Node API: all codes and guides in both languages. */
import { globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as pagefind from 'pagefind';
import type { Code } from '../model/case.ts';
import { recordsOf } from './full-text-records.ts';

type Index = NonNullable<pagefind.NewIndexResponse['index']>;

/** Records share files; otherwise a hundred thousand codes make as many files. */
const filesPerLanguage = 64;

/** Pagefind's own interfaces, which this site does not use. */
const unused = /(?:-ui|-highlight)\.(?:js|css)$/;

/** An index with the codes in it. */
export interface BegunIndex {
  index: Index;
  records: number;
}

/**
 * Starts an index and adds the codes. Pagefind is a program of its own, which reads them while Astro
 * renders the pages.
 *
 * Codes come from the data of ingest rather than from their pages: a page repeats its texts for
 * every document and contains the interface's words.
 *
 * @param folder Files that ingest wrote, `{"codes": […], "retired": […]}` for each catalog.
 * @throws With Pagefind's message.
 */
export async function beginFullTextIndex(folder: string): Promise<BegunIndex> {
  const { index } = check(await pagefind.createIndex({ maxFragments: filesPerLanguage }));
  if (!index) throw new Error('Pagefind made no index.');
  const records = readCodes(folder).flatMap(recordsOf);
  for (const record of records) check(await index.addCustomRecord(record));
  return { index, records: records.length };
}

/**
 * Adds the guides and writes the index to `pagefind/` in the output folder. Of the HTML pages only
 * guides are indexed; lists would outrank the codes that they list.
 *
 * @returns The number of guides.
 * @throws With Pagefind's message.
 */
export async function finishFullTextIndex({ index }: BegunIndex, output: string): Promise<number> {
  let guides = 0;
  for (const path of globSync('*/guides/*/index.html', { cwd: output }).sort()) {
    const content = readFileSync(join(output, path), 'utf8');
    // Starlight sets it unless the front matter contains `pagefind: false`.
    if (!content.includes('data-pagefind-body')) continue;
    check(await index.addHTMLFile({ sourcePath: path.split(sep).join('/'), content }));
    guides += 1;
  }
  const folder = join(output, 'pagefind');
  check(await index.writeFiles({ outputPath: folder }));
  for (const file of readdirSync(folder)) if (unused.test(file)) rmSync(join(folder, file));
  await pagefind.close();
  return guides;
}

/** Returns all codes, in use and retired. */
function readCodes(folder: string): Code[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => {
    const json = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const { codes, retired = [] } = json as { codes: Code[]; retired?: Code[] };
    return [...codes, ...retired];
  });
}

function check<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
