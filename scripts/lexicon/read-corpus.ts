/** Pairs of texts to learn from: the documents of one catalog in each folder, and who wrote them. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { compareStrings } from '../../src/model/order.ts';
import {
  type Document,
  editionOf,
  pathOf,
  readGoldDocument,
} from '../bench/gold/read-documents.ts';
import type { TextPair } from '../ingest/lexicon/learn-lexicon.ts';
import { listRowPairs, pairFields, type RowPair } from '../ingest/lexicon/text-pairs.ts';
import { type Curation, readCuration } from '../ingest/load/curation.ts';

/** What one folder gives. */
export interface FolderPairs {
  folder: string;
  /** Owners of the repositories that the documents come from. */
  owners: string[];
  /** Rows that belong together, and their texts, each pair once. */
  rows: RowPair[];
  pairs: TextPair[];
}

/** The project's root. */
export const projectRoot = dirname(dirname(import.meta.dirname));

/**
 * Reads the folders of `INDEX.tsv` of the corpus that have documents in both languages: a document
 * is `NAME.en.EXT`, or all files of a folder `en`.
 *
 * @param root The project's root; the corpus is beside it.
 * @throws If the corpus is not there.
 */
export function readCorpusPairs(root: string): FolderPairs[] {
  const curation = readCuration(root);
  const index = readFileSync(pathOf(root, 'corpus/INDEX.tsv'), 'utf8').trimEnd().split('\n');
  const files = index.slice(1).map((line) => {
    const [file = '', repository = ''] = line.split('\t');
    return { file, folder: file.split('/')[0] ?? '', owner: repository.split('/')[0] ?? '' };
  });
  const folders = [...Map.groupBy(files, ({ folder }) => folder)].map(([folder, own]) => ({
    folder,
    owners: [...new Set(own.map(({ owner }) => owner))],
    ...listPairs(
      own.map(({ file }) => `corpus/${file}`).filter((file) => /\.(md|rst)$/.test(file)),
      root,
      curation,
    ),
  }));
  return folders
    .filter(({ pairs }) => pairs.length > 0)
    .sort((a, b) => compareStrings(a.folder, b.folder));
}

function listPairs(
  files: string[],
  root: string,
  curation: Curation,
): Pick<FolderPairs, 'rows' | 'pairs'> {
  const editions = [...Map.groupBy(files.toSorted(compareStrings), editionOf).values()];
  const documents = editions.map((parts): Document => {
    const read = parts.map((file) => readGoldDocument(root, file, curation));
    return { ...(read[0] as Document), entries: read.flatMap(({ entries }) => entries) };
  });
  const rows = listRowPairs(documents);
  const texts = rows.flatMap(pairFields).map((pair) => [pair.join('\n'), pair] as const);
  return { rows, pairs: [...new Map(texts).values()] };
}
