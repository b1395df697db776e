import { readFileSync } from 'node:fs';
import { addCommonWords } from '../lexicon/common-words.ts';
import { type Lexicon, parseLexicon } from '../lexicon/lexicon.ts';

/** The committed lexicon; `npm run lexicon` writes it. It belongs to the program, not to a project's content. */
export const lexiconFile = new URL('../lexicon/lexicon.tsv', import.meta.url);
const commonWordsFile = new URL('../lexicon/common-words.tsv', import.meta.url);

/** Reads the lexicon that was learned from other documents, and the common words of technical texts. */
export function readLexicon(): Lexicon {
  const learned = parseLexicon(
    readFileSync(lexiconFile, 'utf8'),
    'scripts/ingest/lexicon/lexicon.tsv',
  );
  return addCommonWords(learned, readFileSync(commonWordsFile, 'utf8'));
}
