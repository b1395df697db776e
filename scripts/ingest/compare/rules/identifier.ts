import { squash } from '../../../../src/text/fold.ts';
import {
  hasIdentifier,
  type Identifier,
  readIdentifiers,
  replacesIdentifier,
} from '../../../../src/text/identifiers.ts';
import { bagDifference, contentWords } from '../content-words.ts';
import { foldCharacters } from '../fold-characters.ts';
import type { Glossary } from '../glossary.ts';
import { type Rule, rateOneSided, type TextPair } from './rule.ts';

/** Identifiers (`client_id`, `X-Stage`, `TLS1.2`), whatever their case and separators. */
export const identifier: Rule = {
  id: 'identifier',
  kind: 'identifier',
  compare(pair) {
    const { glossary, names } = pair.vocabulary;
    const isName = ({ key }: Identifier) => pair.translated && names?.has(key);
    const onlyLeft = missing(pair.left, pair.right, glossary).filter((one) => !isName(one));
    const onlyRight = missing(pair.right, pair.left, glossary).filter((one) => !isName(one));
    const isReplaced =
      replacesIdentifier(onlyLeft, onlyRight) ||
      (onlyLeft.length + onlyRight.length === 1 && isOnlyChange(pair));
    return rateOneSided(pair, onlyLeft, onlyRight, isReplaced);
  },
};

/** Returns whether the texts are the same but for one word: "protocol is null", "protocol_port is null". */
function isOnlyChange({ left, right, translated, vocabulary: { glossary } }: TextPair): boolean {
  if (translated) return false;
  const [gone, come] = bagDifference(
    contentWords(left, glossary, false),
    contentWords(right, glossary, false),
  );
  return gone.length === 1 && come.length === 1;
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
