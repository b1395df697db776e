/** The data that the program is delivered with, made of the built site, and read as it is needed. */
import { readFileSync } from 'node:fs';
import type { ApiCode, ApiLookup } from '../api/schema.ts';
import { LineFile, readLines } from '../lookup/index/index-lines.ts';
import { FileIndex } from '../lookup/index/large-index.ts';
import type { Lang } from '../model/lang.ts';
import type { Words } from '../search/words.ts';

/** A code with the newest meaning and solution of each of its cases. */
export type ShortCode = ApiLookup['codes'][number];

/** `data.json` of the package. */
export interface ProgramData {
  /** Name of the site, for the help. */
  name: Record<Lang, string>;
  /** Address of the site's root, with a slash at its end. */
  site: string;
  words: Record<Lang, Words>;
  /** Names of the documents: catalog and variant, separated by a slash → name. */
  documents: Record<string, Record<Lang, string>>;
}

/** `codes.ndjson` of the package, a line each. */
export type WholeCode = ApiCode;

/** What answers texts: of many codes, only those of an answer are parsed. */
export interface Sources {
  data: ProgramData;
  index: FileIndex;
  codeOf(catalog: string, code: string): ShortCode | undefined;
}

/** Returns a code as a line of `short.ndjson`; its catalog and code are first. */
export const renderShort = ({ catalog, code, ...rest }: ShortCode) =>
  `\n${JSON.stringify({ catalog, code, ...rest })}`;

/** @param folder Where the files of the package are. */
export function readSources(folder: URL): Sources {
  const read = (name: string) => readFileSync(new URL(name, folder));
  const short = read('short.ndjson');
  return {
    data: JSON.parse(read('data.json').toString()),
    index: new FileIndex(
      readLines(new LineFile(read('core.json')), new LineFile(read('texts.json'))),
    ),
    codeOf: (catalog, code) => {
      const start = `\n${JSON.stringify({ catalog, code }).slice(0, -1)},`;
      const at = short.indexOf(start);
      if (at < 0) return undefined;
      const end = short.indexOf('\n', at + 1);
      return JSON.parse(short.toString('utf8', at, end < 0 ? undefined : end));
    },
  };
}
