/** The whole lookup, as one file that is fetched when the box is first used. */
import { answerText, type TextAnswer } from '../lookup/answer-text.ts';
import type { CompactCode, LookupIndex } from '../lookup/index-format.ts';
import { prepareIndex } from '../lookup/prepare-index.ts';
import { readEvidence } from '../lookup/read-evidence.ts';
import type { Result } from '../lookup/result.ts';
import { langOf } from '../model/lang.ts';
import { readPairs } from '../text/simplify.ts';
import { createMarker, type MarkMatches } from './mark-matches.ts';

export interface Engine {
  /** Returns the codes that a text is about; of several errors the code of each, with its line. */
  answer(text: string): Result[];
  /** Returns the errors of a text with their places, and its unknown codes. */
  answerText(text: string): TextAnswer;
  /** Returns the first code in a text that no document contains. */
  unknownCode(text: string): string | undefined;
  codeOf(catalog: string, code: string): CompactCode | undefined;
  /** Returns a function that marks the words of a query in the texts of its results. */
  markerFor(query: string): MarkMatches;
  /** Traditional and simplified characters in turn. */
  traditional: string;
}

/** Returns the lookup in an index, which is unfolded first so that each answer takes milliseconds. */
export function createEngine(index: LookupIndex, locale: string): Engine {
  const lang = langOf(locale);
  const prepared = prepareIndex(index);
  const traditional = index.texts?.traditional ?? '';
  const simplification = readPairs(traditional);
  const codes = new Map(
    index.core.catalogs.flatMap(({ id, codes }) =>
      codes.map((code) => [`${id} ${code[0]}`, code] as const),
    ),
  );
  return {
    answer: (text) => answerText(text, index, lang).results,
    answerText: (text) => answerText(text, index, lang),
    unknownCode: (text) => readEvidence(text, prepared).unknown[0]?.code,
    codeOf: (catalog, code) => codes.get(`${catalog} ${code}`),
    markerFor: (query) => createMarker(query, simplification),
    traditional,
  };
}
