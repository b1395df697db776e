import { foldCase, squash } from '../../../../src/text/fold.ts';
import { functionWords } from '../../../../src/text/function-words.ts';
import {
  hasIdentifier,
  type Identifier,
  readIdentifiers,
  replacesIdentifier,
  withoutIdentifiers,
} from '../../../../src/text/identifiers.ts';
import { stem } from '../../../../src/text/stem.ts';
import { pairClauses } from '../clauses.ts';
import { differingWords } from '../content-words.ts';
import { type MatchedWord, matchWords, shareOf } from '../counterparts.ts';
import { type CoveredWord, coverTexts, restOf } from '../coverage.ts';
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
    // Publishers and products, and brands that the glossary translates: WeChat is 微信.
    const isName = ({ key }: Identifier) =>
      pair.translated && (names?.has(key) || isTranslated(key, pair));
    const onlyLeft = missing(pair.left, pair.right, glossary).filter((one) => !isName(one));
    const onlyRight = missing(pair.right, pair.left, glossary).filter((one) => !isName(one));
    if (onlyLeft.length + onlyRight.length === 0) {
      const command = pair.translated && compareCommands(pair);
      if (command) return command;
      const parts = pair.translated ? [pair, ...pairClauses(pair)] : [pair];
      return parts.map((part) => compareLiterals(part, pair)).find(Boolean);
    }
    const isReplaced =
      replacesIdentifier(onlyLeft, onlyRight) ||
      (!pair.translated && onlyLeft.length + onlyRight.length === 1 && isOnlyChange(pair));
    return rateOneSided(pair, onlyLeft, onlyRight, isReplaced);
  },
};

function isTranslated(key: string, { right, vocabulary: { glossary } }: TextPair): boolean {
  return glossary.terms.some(
    (term) =>
      term.en.some((name) => squash(foldCase(name)) === key) &&
      term['zh-CN'].some((name) => right.includes(name)),
  );
}

/** A literal in the place of another one, in texts that are otherwise the same. */
function compareLiterals(pair: TextPair, whole: TextPair): Found | undefined {
  const [left, right] = pair.translated ? uncoveredNames(pair) : differingLiterals(pair);
  // Languages divide a list into clauses in other places.
  const onlyLeft = left.filter((name) => !hasWord(whole.right, name));
  const onlyRight = right.filter((name) => !hasWord(whole.left, name));
  const isReplaced = onlyLeft.length === 1 && onlyRight.length === 1;
  return isReplaced ? { severity: 'contradiction', onlyLeft, onlyRight } : undefined;
}

/** What may be a command in a Chinese text. */
const commands = /(?<![\w.-])[a-z][a-z\d-]*(?: \w[\w-]*){1,6}/gu;

/** Returns the first other word of a command: "kubectl get pods", kubectl get nodes. */
function compareCommands({ left, right, vocabulary }: TextPair): Found | undefined {
  if (left.length * right.length > maxSearch) return undefined;
  for (const [command] of right.matchAll(commands)) {
    const words = command.split(' ');
    // An ordinary word begins no command.
    if (vocabulary.dictionary.chinese.has(stem(words[0] ?? ''))) continue;
    const count = words.findLastIndex(
      (_, at) => at > 0 && hasWord(left, words.slice(0, at).join(' ')),
    );
    if (count < 1) continue;
    const start = words.slice(0, count).join(' ');
    const rest = left.slice(left.indexOf(start) + start.length);
    const other = /^ ([a-z][\w-]*)/u.exec(rest)?.[1] ?? '';
    const word = words[count] ?? '';
    // "The kubectl command" is kubectl get命令.
    const translations = [...(vocabulary.dictionary.chinese.get(stem(other))?.keys() ?? [])];
    const isOther =
      other !== '' &&
      !functionWords.has(other) &&
      !translations.some((translation) => right.includes(translation));
    if (isOther && !hasWord(left, word) && !hasWord(right, other))
      return { severity: 'contradiction', onlyLeft: [other], onlyRight: [word] };
  }
  return undefined;
}

const hasWord = (text: string, word: string) =>
  new RegExp(`(?<![A-Za-z0-9])${RegExp.escape(word)}(?![A-Za-z0-9])`, 'u').test(text);

function differingLiterals(pair: TextPair): [string[], string[]] {
  if (!isOnlyChange(pair)) return [[], []];
  const literalsOf = (text: string) => new Set(withoutIdentifiers(text).match(literal));
  const [left, right] = [literalsOf(pair.left), literalsOf(pair.right)];
  return [[...left.difference(right)], [...right.difference(left)]];
}

/** Of the words beside a name that another one replaces at least this share has a counterpart. */
const minShare = 0.8;

/** Returns the names of both texts that the other one does not say, if it says everything else. */
function uncoveredNames({ left, right, vocabulary }: TextPair): [string[], string[]] {
  const covered = coverTexts(left, right, vocabulary);
  const onlyLeft = uncoveredRuns(left, english, restOf(covered.left));
  const onlyRight = uncoveredRuns(right, chinese, restOf(covered.right));
  const names = [...onlyLeft, ...onlyRight];
  const words = matchWords(left, right, vocabulary.dictionary);
  const isName = ({ word }: MatchedWord) => names.some((name) => name.includes(word));
  const isParallel = [words.left, words.right].every(
    (side) => shareOf(side.filter((word) => !isName(word))) >= minShare,
  );
  return isParallel ? [onlyLeft, onlyRight] : [[], []];
}

const reasonPhrase = /\b[1-5]\d\d(?: [A-Z][A-Za-z]+)+/gu;

function uncoveredRuns(text: string, pattern: RegExp, rest: readonly CoveredWord[]): string[] {
  const uncovered = new Set(rest.map((word) => word.text));
  // "404 Not Found" has no name.
  const runs = withoutIdentifiers(text.replace(reasonPhrase, ' ')).match(pattern) ?? [];
  return [...new Set(runs)].filter((run) => run.split(' ').some((word) => uncovered.has(word)));
}

/** Returns whether the texts are the same but for one word: "protocol is null", "protocol_port is null". */
function isOnlyChange({ left, right, vocabulary: { glossary } }: TextPair): boolean {
  const [gone, come] = differingWords(left, right, glossary, false);
  return gone.length === 1 && come.length === 1;
}

/** Words in capitals, several in a row as one. Units belong to numbers; DB is an ordinary word. */
const literal =
  /\b(?!(?:[KMGT]?i?B|DB)s?\b)[A-Z][A-Z0-9]+(?: [A-Z][A-Z0-9]+)*(?=s?\b)|\b(?:true|false)\b/gu;
/** In a translation names too: Kafka. In Chinese any Latin word is one. */
const english = new RegExp(
  String.raw`${literal.source}|(?<=[a-z] )(?!Internet)[A-Z][a-z]{2,}\b`,
  'gu',
);
const chinese =
  /(?<![A-Za-z0-9_.-])(?![KMGT]?i?B\b)[A-Za-z][A-Za-z0-9]+(?: [A-Z][A-Z0-9]+)*(?![A-Za-z0-9_-])/gu;
/** Above this many characters to look through, only whole identifiers are looked for. */
const maxSearch = 50_000_000;

/** Returns the identifiers of a text that the other one does not have in any notation. */
function missing(text: string, other: string, glossary: Glossary): Identifier[] {
  const others = readIdentifiers(other);
  const keys = new Set(others.map(({ key }) => key));
  const alike = Map.groupBy(others, ({ key }) => withoutPlural(key));
  const written = new Set(others.map((found) => foldCase(found.text)));
  const isMisspelt = (one: Identifier) =>
    alike.get(withoutPlural(one.key))?.some((found) => isOtherSpelling(one, found)) &&
    !written.has(foldCase(one.text));
  const own = readIdentifiers(text);
  const misspelt = own.filter(isMisspelt);
  if (misspelt.length > 0) return misspelt;
  const rest = own.filter(({ key }) => !keys.has(key));
  const squashed = squash(foldCharacters(other, glossary));
  if (rest.length * squashed.length > maxSearch) return rest;
  return rest.filter((found) => !hasIdentifier(squashed, found));
}

const withoutPlural = (key: string): string => key.replace(/s$/u, '');

/** Returns whether two names are alike but not the same in one notation: X-Request-Id and X-RequestId. */
function isOtherSpelling(a: Identifier, b: Identifier): boolean {
  const [left, right] = [a, b].map(({ text }) => foldCase(text)) as [string, string];
  const separator = /[_-]/u.exec(left)?.[0];
  if (separator === undefined || !right.includes(separator)) return false;
  const isSame = left.replace(/[_-]/gu, '-') === right.replace(/[_-]/gu, '-');
  return !isSame && (a.key === b.key || separator === '_');
}
