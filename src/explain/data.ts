/** The data that the program is delivered with, made of the built site. */
import type { ApiCode, ApiLookup } from '../api/schema.ts';
import type { LookupIndex } from '../lookup/index-format.ts';
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
  index: LookupIndex;
  words: Record<Lang, Words>;
  codes: ShortCode[];
  /** Names of the documents: catalog and variant, separated by a slash → name. */
  documents: Record<string, Record<Lang, string>>;
}

/** `codes.ndjson` of the package, a line each. */
export type WholeCode = ApiCode;
