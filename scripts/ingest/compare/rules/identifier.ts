import { foldCase, squash } from '../../../../src/text/fold.ts';
import {
  hasIdentifier,
  type Identifier,
  readIdentifiers,
  replacesIdentifier,
  withoutIdentifiers,
} from '../../../../src/text/identifiers.ts';
import { hasHan } from '../../../../src/text/lang-of-text.ts';
import { splitTokens } from '../../../../src/text/split-tokens.ts';
import { stem } from '../../../../src/text/stem.ts';
import { pairClauses } from '../clauses.ts';
import { differingWords } from '../content-words.ts';
import { isAbbreviated, matchWords, missingOf } from '../counterparts.ts';
import { foldCharacters } from '../fold-characters.ts';
import type { Glossary } from '../glossary.ts';
import { type Found, type Rule, rateOneSided, type TextPair } from './rule.ts';

/**
 * Identifiers (`client_id`, `X-Stage`, `TLS1.2`), whatever their case and separators. A translator may
 * translate other literals (API, VPC, GET, OFF): they count only if one is in the place of another.
 */
export const identifier: Rule = {
  id: 'identifier',
  kind: 'identifier',
  compare(pair) {
    const { glossary, names } = pair.vocabulary;
    const isName = ({ key }: Identifier) => pair.translated && names?.has(key);
    const onlyLeft = missing(pair.left, pair.right, glossary).filter((one) => !isName(one));
    const onlyRight = missing(pair.right, pair.left, glossary).filter((one) => !isName(one));
    if (onlyLeft.length + onlyRight.length === 0) {
      const parts = pair.translated ? pairClauses(pair) : [pair];
      return parts.map(compareLiterals).find(Boolean);
    }
    const isReplaced =
      replacesIdentifier(onlyLeft, onlyRight) ||
      (!pair.translated && onlyLeft.length + onlyRight.length === 1 && isOnlyChange(pair));
    return rateOneSided(pair, onlyLeft, onlyRight, isReplaced);
  },
};

function compareLiterals(pair: TextPair): Found | undefined {
  const [literal, ...more] = missingLiterals(pair.left, pair.right, pair);
  const [other, ...others] = missingLiterals(pair.right, pair.left, pair);
  if (!literal || !other || more.length + others.length > 0) return undefined;
  const isParallel = pair.translated ? isOnlyMissing(pair, literal, other) : isOnlyChange(pair);
  return isParallel
    ? { severity: 'contradiction', onlyLeft: [literal], onlyRight: [other] }
    : undefined;
}

/** Returns whether the texts are the same but for one word: "protocol is null", "protocol_port is null". */
function isOnlyChange({ left, right, vocabulary: { glossary } }: TextPair): boolean {
  const [gone, come] = differingWords(left, right, glossary, false);
  return gone.length === 1 && come.length === 1;
}

/** Returns whether all other words of two clauses that the dictionary knows have a counterpart. */
function isOnlyMissing({ left, right, vocabulary }: TextPair, ...literals: string[]): boolean {
  const words = matchWords(left, right, vocabulary.dictionary);
  return [words.left, words.right].every((side) =>
    missingOf(side).every(({ word }) => literals.some((literal) => literal.includes(word))),
  );
}

/** Words in capitals, several in a row as one; in Chinese any Latin word. Units belong to numbers. */
const literals = {
  english: /\b(?![KMGT]?i?Bs?\b)[A-Z][A-Z0-9]+(?: [A-Z][A-Z0-9]+)*(?=s?\b)|\b(?:true|false)\b/gu,
  chinese:
    /(?<![A-Za-z0-9_.-])(?![KMGT]?i?B\b)[A-Za-z][A-Za-z0-9]+(?: [A-Z][A-Z0-9]+)*(?![A-Za-z0-9_-])/gu,
};

/** APIs is API, but HTTPS is not HTTP, and cname is CNAME. */
const keyOfLiteral = (word: string): string =>
  /^[A-Z0-9]+s?$/u.test(word) ? foldCase(word.replace(/s$/u, '')) : stem(foldCase(word));

/** Less probable translations of a literal are chance. Tuned with tests/gold. */
const minShare = 0.2;

/** Returns the literals of a text that the other one neither has nor writes in full nor translates. */
function missingLiterals(text: string, other: string, { vocabulary }: TextPair): string[] {
  const words = new Set(
    splitTokens(other.normalize('NFKC')).flatMap((word) => [keyOfLiteral(word), foldCase(word)]),
  );
  const found = withoutIdentifiers(text).match(hasHan(text) ? literals.chinese : literals.english);
  return [...new Set(found)].filter((literal) => {
    const key = keyOfLiteral(literal);
    const translations = vocabulary.dictionary.chinese.get(key) ?? [];
    return (
      !literal
        .split(' ')
        .every((part) => words.has(keyOfLiteral(part)) || words.has(foldCase(part))) &&
      !isAbbreviated(literal, other) &&
      !vocabulary.names?.has(key) &&
      ![...translations].some(([word, share]) => share >= minShare && other.includes(word))
    );
  });
}

/** Above this many characters to look through, only whole identifiers are looked for. */
const maxSearch = 50_000_000;

/** Returns the identifiers of a text that the other one does not have in any notation. */
function missing(text: string, other: string, glossary: Glossary): Identifier[] {
  const keys = new Set(readIdentifiers(other).map(({ key }) => key));
  const rest = readIdentifiers(text).filter(({ key }) => !keys.has(key));
  const squashed = squash(foldCharacters(other, glossary));
  if (rest.length * squashed.length > maxSearch) return rest;
  return rest.filter((found) => !hasIdentifier(squashed, found));
}
