/** Pairs of texts to learn from: folders with the documents of one catalog each, and who wrote them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareStrings } from '../../src/model/order.ts';
import { readGoldDocument } from '../bench/gold/read-documents.ts';
import type { TextPair } from '../ingest/lexicon/learn-lexicon.ts';
import { listTextPairs } from '../ingest/lexicon/text-pairs.ts';
import { readCuration } from '../ingest/load/curation.ts';

/** The pairs of one folder, each once. */
export interface FolderPairs {
  folder: string;
  /** Owners of the repositories that the documents come from. */
  owners: string[];
  pairs: TextPair[];
}

/**
 * Reads all folders that `INDEX.tsv` of the corpus names and that have documents in both languages
 * (`NAME.en.EXT`, `NAME.zh.EXT`).
 *
 * @param root The project's root; the corpus is beside it.
 * @throws If the corpus is not there, or a document cannot be decoded.
 */
export function readCorpusPairs(root: string): FolderPairs[] {
  const corpus = join(root, '..', 'shared', 'corpus');
  const curation = readCuration(root);
  const index = readFileSync(join(corpus, 'INDEX.tsv'), 'utf8').trimEnd().split('\n').slice(1);
  const files = index.map((line) => {
    const [file = '', repository = ''] = line.split('\t');
    return { folder: file.split('/')[0] ?? '', owner: repository.split('/')[0] ?? '' };
  });
  const folders = [...Map.groupBy(files, ({ folder }) => folder)].map(([folder, own]) => ({
    folder,
    owners: [...new Set(own.map(({ owner }) => owner))],
    pairs: distinctPairs(
      listTextPairs(
        readdirSync(join(corpus, folder))
          .filter((name) => /\.(en|zh)\.(md|rst)$/.test(name))
          .sort()
          .map((name) => readGoldDocument(root, `corpus/${folder}/${name}`, curation)),
      ),
    ),
  }));
  return folders
    .filter(({ pairs }) => pairs.length > 0)
    .sort((a, b) => compareStrings(a.folder, b.folder));
}

function distinctPairs(pairs: TextPair[]): TextPair[] {
  return [...new Map(pairs.map((pair) => [pair.join('\n'), pair])).values()];
}

/** The project's root. */
export const projectRoot = dirname(dirname(import.meta.dirname));
