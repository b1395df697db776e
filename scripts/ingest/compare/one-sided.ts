/** Invariants that stand in one of two texts alone: numbers, identifiers, placeholders. */
import { squash } from '../../../src/text/fold.ts';
import {
  hasIdentifier,
  type Identifier,
  replaces as identifierReplaces,
  readIdentifiers,
} from '../../../src/text/identifiers.ts';
import {
  hasNumber,
  indexNumbers,
  replaces as numberReplaces,
  readNumbers,
} from '../../../src/text/numbers.ts';
import { readPlaceholders } from '../../../src/text/placeholders.ts';
import { foldCharacters } from './fold-characters.ts';
import type { Glossary } from './glossary.ts';

export interface OneSided {
  /** As the texts have them. */
  onlyLeft: string[];
  onlyRight: string[];
  /** Whether something on the left may stand for something else on the right. */
  differs: boolean;
}

const textsOf = (items: { text: string }[]): string[] => items.map(({ text }) => text);

/**
 * Numbers with units that the other text does not have in any notation.
 *
 * @param acrossLanguages Whether the texts are of two languages.
 */
export function onlyNumbers(left: string, right: string, acrossLanguages: boolean): OneSided {
  const inLeft = indexNumbers(left);
  const inRight = indexNumbers(right);
  const onlyLeft = readNumbers(left).filter(
    (quantity) => !hasNumber(inRight, quantity, acrossLanguages),
  );
  const onlyRight = readNumbers(right).filter(
    (quantity) => !hasNumber(inLeft, quantity, acrossLanguages),
  );
  return {
    onlyLeft: textsOf(onlyLeft),
    onlyRight: textsOf(onlyRight),
    differs: numberReplaces(onlyLeft, onlyRight),
  };
}

/** Above this many characters to look through, only whole identifiers are looked for. */
const maxSearch = 50_000_000;

function withoutThose(some: Identifier[], others: Identifier[], squashed: string): Identifier[] {
  const keys = new Set(others.map(({ key }) => key));
  const rest = some.filter(({ key }) => !keys.has(key));
  if (rest.length * squashed.length > maxSearch) return rest;
  return rest.filter((found) => !hasIdentifier(squashed, found));
}

/** Identifiers that the other text does not have in any notation. */
export function onlyIdentifiers(left: string, right: string, glossary: Glossary): OneSided {
  const ofLeft = readIdentifiers(left);
  const ofRight = readIdentifiers(right);
  const onlyLeft = withoutThose(ofLeft, ofRight, squash(foldCharacters(right, glossary)));
  const onlyRight = withoutThose(ofRight, ofLeft, squash(foldCharacters(left, glossary)));
  return {
    onlyLeft: textsOf(onlyLeft),
    onlyRight: textsOf(onlyRight),
    differs: identifierReplaces(onlyLeft, onlyRight),
  };
}

/** Placeholders that the other text does not have in any notation. */
export function onlyPlaceholders(left: string, right: string): OneSided {
  const ofLeft = readPlaceholders(left);
  const ofRight = readPlaceholders(right);
  const without = (some: typeof ofLeft, others: typeof ofLeft) => {
    const known = new Set(others.map(({ key }) => key));
    const byKey = new Map(some.toReversed().map((placeholder) => [placeholder.key, placeholder]));
    return textsOf(some.filter((found) => !known.has(found.key) && byKey.get(found.key) === found));
  };
  const onlyLeft = without(ofLeft, ofRight);
  const onlyRight = without(ofRight, ofLeft);
  return { onlyLeft, onlyRight, differs: onlyLeft.length > 0 && onlyRight.length > 0 };
}
