/** The glossary's English and Chinese terms, found in texts of either language. */
import { englishStems } from './content-words.ts';
import { createReplacer, foldCharacters } from './fold-characters.ts';
import type { Glossary } from './glossary.ts';

/** What a reader sees of a term: its first word in each language. */
export type TermNames = { en: string; 'zh-CN': string };

interface Terms {
  names: TermNames[];
  markEnglish: (stems: string) => string;
  markChinese: (folded: string) => string;
}

/** A term in a marked text: its index between two characters that no text holds. */
const mark = (index: number): string => `\ue000${String.fromCodePoint(0xf0000 + index)}`;
const marks = /\ue000(.)/gu;

const prepared = new WeakMap<Glossary, Terms>();

/** The stems of a text, each between spaces; the words of `push_policy` and on-sale count each. */
function stemsOf(folded: string): string {
  return englishStems(folded.replace(/[_-]/gu, ' '))
    .map((word) => ` ${word} `)
    .join('');
}

function prepare(glossary: Glossary): Terms {
  const known = prepared.get(glossary);
  if (known) return known;
  const english = new Map<string, string>();
  const chinese = new Map<string, string>();
  glossary.terms.forEach((term, index) => {
    for (const phrase of term.en)
      english.set(stemsOf(foldCharacters(phrase, glossary)), ` ${mark(index)} `);
    for (const phrase of term['zh-CN'])
      chinese.set(foldCharacters(phrase, glossary), ` ${mark(index)} `);
  });
  const terms = {
    names: glossary.terms.map((term) => ({
      en: term.en[0] ?? '',
      'zh-CN': term['zh-CN'][0] ?? '',
    })),
    markEnglish: createReplacer(english),
    markChinese: createReplacer(chinese),
  };
  prepared.set(glossary, terms);
  return terms;
}

const marked = (text: string): number[] =>
  [...text.matchAll(marks)].map(([, sign = '']) => (sign.codePointAt(0) ?? 0) - 0xf0000);

/**
 * Find the terms that a text names, in either language. Longer phrases go first and take their
 * words away: "timed out" is not about time.
 *
 * @returns Positions in the glossary's list of terms.
 */
export function findTerms(text: string, glossary: Glossary): Set<number> {
  const { markEnglish, markChinese } = prepare(glossary);
  const folded = foldCharacters(text, glossary);
  return new Set([...marked(markChinese(folded)), ...marked(markEnglish(stemsOf(folded)))]);
}

/** The names of a term, by its position in the glossary. */
export function termNames(index: number, glossary: Glossary): TermNames {
  return prepare(glossary).names[index] ?? { en: '', 'zh-CN': '' };
}
