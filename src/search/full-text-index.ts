/** Builds the full-text index with Pagefind's Node API: all codes and guides in both languages. */
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import * as pagefind from 'pagefind';
import type { Code } from '../model/case.ts';
import { codesInFullText } from './full-text-parts.ts';
import { recordsOf } from './full-text-records.ts';

type Index = NonNullable<pagefind.NewIndexResponse['index']>;

/** Records share files; otherwise 100,000 codes would make as many files. */
const filesPerLanguage = 64;

/** Pagefind's own interfaces, which this site does not use. */
const unused = /(?:-ui|-highlight)\.(?:js|css)$/;
/** The program, which the first index has for all. */
const program = /^pagefind(?:-.+)?\.(?:js|css)$/;

/** The indexes with the codes in them. */
export interface BegunIndex {
  /** The first one, to which guides can be added. */
  index: Index;
  /** The files of the others, by their path. */
  files: Map<string, Uint8Array>;
  records: number;
}

/**
 * Starts an index and adds the codes, retired ones included. Pagefind is a separate program, which
 * reads them while Astro renders the pages. It gets the data rather than the pages, which repeat their
 * texts for every document and contain words of the interface.
 *
 * Its memory grows with the index, so a large site has several, `pagefind/`, `pagefind/2/` and so on,
 * which the browser merges.
 *
 * @param perIndex Codes in one index.
 * @throws With Pagefind's message.
 */
export async function beginFullTextIndex(
  codes: readonly Code[],
  perIndex = codesInFullText,
): Promise<BegunIndex> {
  const begun: BegunIndex = { ...(await indexCodes(codes.slice(0, perIndex))), files: new Map() };
  for (let from = perIndex; from < codes.length; from += perIndex) {
    const { index, records } = await indexCodes(codes.slice(from, from + perIndex));
    begun.records += records;
    for (const { path, content } of check(await index.getFiles()).files) {
      if (!program.test(path)) begun.files.set(`${from / perIndex + 1}/${path}`, content);
    }
    await index.deleteIndex();
  }
  return begun;
}

async function indexCodes(codes: readonly Code[]): Promise<{ index: Index; records: number }> {
  const { index } = check(await pagefind.createIndex({ maxFragments: filesPerLanguage }));
  if (!index) throw new Error('Pagefind made no index.');
  let records = 0;
  for (const record of codes.values().flatMap(recordsOf)) {
    check(await index.addCustomRecord(record));
    records += 1;
  }
  return { index, records };
}

/**
 * Adds the guides and writes the indexes to `pagefind/` in the output folder. Of the HTML pages only
 * guides are indexed; lists would outrank the codes that they list.
 *
 * @returns The number of guides.
 * @throws With Pagefind's message.
 */
export async function finishFullTextIndex(
  { index, files }: BegunIndex,
  output: string,
): Promise<number> {
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
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  await pagefind.close();
  return guides;
}

function check<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}
