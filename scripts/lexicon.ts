/**
 * `npm run lexicon`: learns from the documents of ../shared/corpus which Chinese words translate
 * which English word, and writes scripts/ingest/lexicon/lexicon.tsv.
 *
 *   --measure   only print how well the lexicon tells translations apart, and how well rows of
 *               different languages are matched with it
 *
 * Exit codes: 0 done, 2 wrong usage.
 */
import { writeFileSync } from 'node:fs';
import { learnLexicon } from './ingest/lexicon/learn-lexicon.ts';
import { renderLexicon } from './ingest/lexicon/lexicon.ts';
import { lexiconFile } from './ingest/load/lexicon.ts';
import { type FolderResult, measureLexicon } from './lexicon/measure-lexicon.ts';
import { measureMatching } from './lexicon/measure-matching.ts';
import { projectRoot, readCorpusPairs } from './lexicon/read-corpus.ts';
import { readOptions } from './read-options.ts';

const { measure } = readOptions(
  { measure: { type: 'boolean', default: false } },
  'npm run lexicon -- [--measure]',
);
const folders = readCorpusPairs(projectRoot);
if (measure) {
  printMeasured(measureLexicon(folders));
  for (const { order, wanted, matched, right } of measureMatching(folders)) {
    const percent = (total: number) => ((100 * right) / total).toFixed(1);
    console.log(
      `Rows of three codes, ${order}: precision ${percent(matched)} %, recall ${percent(wanted)} % (${right} of ${wanted})`,
    );
  }
} else {
  const pairs = folders.flatMap((folder) => folder.pairs);
  const lexicon = learnLexicon(pairs);
  const text = renderLexicon(lexicon);
  writeFileSync(lexiconFile, text);
  console.log(
    `${lexicon.size} English words from ${pairs.length} pairs of texts in ${folders.length} folders, ${Math.round(text.length / 1000)} kB.`,
  );
}

/** The right one of ten Chinese texts came first: by other vendors' lexicon, with the own half, by equal words. */
function printMeasured(results: FolderResult[]): void {
  const percent = (part: number, { tried }: FolderResult) =>
    `${((100 * part) / tried).toFixed(1)} %`;
  const print = (result: FolderResult) =>
    console.log(
      `${result.folder}: ${result.tried} texts, other vendors ${percent(result.others, result)}, with own pairs ${percent(result.withOwn, result)}, equal words ${percent(result.literal, result)}`,
    );
  for (const result of results) print(result);
  const sum = (key: Exclude<keyof FolderResult, 'folder'>) =>
    results.reduce((total, result) => total + result[key], 0);
  print({
    folder: 'all',
    tried: sum('tried'),
    others: sum('others'),
    withOwn: sum('withOwn'),
    literal: sum('literal'),
  });
}
