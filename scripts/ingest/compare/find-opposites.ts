/** Where a text has terms of the glossary that exclude each other, and whether it denies them. */
import { foldCase } from '../../../src/text/fold.ts';
import { functionWords } from '../../../src/text/function-words.ts';
import { remember } from '../../../src/text/remember.ts';
import { splitTokens } from '../../../src/text/split-tokens.ts';
import { stem } from '../../../src/text/stem.ts';
import type { Glossary, Term } from './glossary.ts';

/** The phrases of a group, ready to be found, the longest first: 取消订阅 is not 订阅. */
interface Group {
  /** Each English phrase as stems. */
  english: { term: Term; stems: string[] }[];
  chinese: { term: Term; phrase: string }[];
  /** Whether it has just two terms. */
  isPair: boolean;
}

/** Finds the terms of each group in a text, each with one of its words in the text. */
type FindTerms = (text: string) => readonly FoundTerm[][];

export interface FoundTerm {
  term: Term;
  word: string;
  /** "Not attached", 未挂载. */
  isDenied: boolean;
}

const preparedOf = new WeakMap<Glossary, FindTerms>();

/** Returns a function that finds the terms of each group of `opposites` in a text. */
export function prepareOpposites(glossary: Glossary): FindTerms {
  const known = preparedOf.get(glossary);
  if (known) return known;
  const groups = glossary.opposites.map((group) => ({
    english: group
      .flatMap((term) => term.en.map((phrase) => ({ term, stems: phrase.split(' ').map(stemOf) })))
      .sort((a, b) => b.stems.length - a.stems.length),
    chinese: group
      .flatMap((term) => term['zh-CN'].map((phrase) => ({ term, phrase: foldCase(phrase) })))
      .sort((a, b) => b.phrase.length - a.phrase.length),
    isPair: group.length === 2,
  }));
  const find = remember((text) => {
    const words = readWords(text);
    return groups.map((group) => termsIn(group, words));
  }, 5_000);
  preparedOf.set(glossary, find);
  return find;
}

/** "During" is no duration. */
function stemOf(word: string): string {
  const folded = foldCase(word);
  return functionWords.has(folded) ? folded : stem(folded);
}

interface Words {
  folded: string;
  /** Words as the text has them, and their stems. */
  words: string[];
  stems: string[];
}

/** Returns a text in which "must not be greater than" is "must no greater than", and 不能大于 is 不大于. */
const foldBounds = (text: string): string =>
  text
    .replace(
      /(?:\bnot|\bcannot|n['’]t)(?: be)? (?=(?:greater|larger|higher|more|less|smaller|lower|fewer) than\b)/giu,
      ' no ',
    )
    .replace(/不[能可得应](?:再|够)?(?=[大高多小低少]于|超过)/gu, '不');

function readWords(text: string): Words {
  const words = splitTokens(foldBounds(text.normalize('NFKC')))
    // The settings of a program are called enable_… whatever is said about them.
    .filter((token) => !/_\S*_/u.test(token))
    .flatMap((token) => token.split(/[_-]|(?<=\p{Ll})(?=\p{Lu})/u))
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
  return { folded: foldCase(foldBounds(text)), words, stems: words.map(stemOf) };
}

function termsIn({ english, chinese, isPair }: Group, text: Words): FoundTerm[] {
  const [deniedWords, deniedBefore] = isPair ? denialOfPairs : denialOfOthers;
  const found = new Map<Term, FoundTerm>();
  const stems = [...text.stems];
  for (const { term, stems: wanted } of english) {
    // "User group" is not "user".
    for (let at = findStems(wanted, stems); at >= 0; at = findStems(wanted, stems)) {
      const word = text.words.slice(at, at + wanted.length).join(' ');
      const before = stems.slice(Math.max(0, at - deniedWords), at);
      if (!found.has(term)) found.set(term, { term, word, isDenied: before.some(isEnglishDenial) });
      stems.fill('', at, at + wanted.length);
    }
  }
  let rest = text.folded;
  for (const { term, phrase } of chinese) {
    // One character is a word only where ICU sees it alone: 源 is not in 资源.
    if (phrase.length === 1 ? !text.words.includes(phrase) : !rest.includes(phrase)) continue;
    const isDenied = deniedBefore.test(rest.slice(0, rest.indexOf(phrase)));
    rest = rest.replaceAll(phrase, ' ');
    if (!found.has(term)) found.set(term, { term, word: phrase, isDenied });
  }
  return [...found.values()];
}

/**
 * How many words before a term one may deny it, and what denies it in Chinese. Of a pair, what denies one term says
 * the other ("does not have enough", 不是有效的, 超出合法范围); "not a table" is no view.
 */
const denialOfPairs = [3, /(?:[不未没非无]|超[出过])[^，。；：、,;\s]{0,3}$/u] as const;
const denialOfOthers = [1, /(?:[不未没非]|不[得能应可会])$/u] as const;
const isEnglishDenial = (stem: string): boolean =>
  /^(?:not?|never|cannot|nor|[a-z]+n['’]t)$/u.test(stem);

const findStems = (wanted: readonly string[], stems: readonly string[]): number =>
  stems.findIndex((_, at) => wanted.every((word, offset) => stems[at + offset] === word));
