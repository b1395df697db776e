import { readFileSync } from 'node:fs';
import { type Lexicon, parseLexicon } from '../lexicon/lexicon.ts';

/** The committed lexicon; `npm run lexicon` writes it. It belongs to the program, not to a project's content. */
export const lexiconFile = new URL('../lexicon/lexicon.tsv', import.meta.url);

/** Reads the lexicon that was learned from other documents. */
export function readLexicon(): Lexicon {
  return parseLexicon(readFileSync(lexiconFile, 'utf8'), 'scripts/ingest/lexicon/lexicon.tsv');
}
