/** Builds the full-text index with Pagefind's Node API: all codes and guides in both languages. */
import { globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as pagefind from 'pagefind';
import type { Code } from '../model/case.ts';
import { recordsOf } from './full-text-records.ts';

type Index = NonNullable<pagefind.NewIndexResponse['index']>;

/** Records share files; otherwise 100,000 codes would make as many files. */
const filesPerLanguage = 64;

/** Pagefind's own interfaces, which this site does not use. */
const unused = /(?:-ui|-highlight)\.(?:js|css)$/;

/** An index with the codes in it. */
export interface BegunIndex {
  index: Index;
  records: number;
}

/**
 * Starts an index and adds the codes, retired ones included. Pagefind is a separate program, which
 * reads them while Astro renders the pages. It gets the data rather than the pages, which repeat their
 * texts for every document and contain words of the interface.
 *
 * @throws With Pagefind's message.
 */
export async function beginFullTextIndex(codes: readonly Code[]): Promise<BegunIndex> {
  const { index } = check(await pagefind.createIndex({ maxFragments: filesPerLanguage }));
  if (!index) throw new Error('Pagefind made no index.');
  const records = codes.flatMap(recordsOf);
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

function check<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
