/** Answers a text that may tell of several errors: each on its own, with its place. */
import type { Lang } from '../model/lang.ts';
import { reasonPhrases } from '../text/statuses.ts';
import { codeKey } from './code-key.ts';
import { hasSpelledName } from './evidence/find-names.ts';
import { type Evidence, readEvidence } from './evidence/read-evidence.ts';
import type { LookupIndex, PrefixNote } from './index/index-format.ts';
import { sourceOf } from './index/large-index.ts';
import type { IndexSource } from './index/prepare-index.ts';
import { type Filter, filterOf, rankResults } from './lookup.ts';
import type { Result } from './result.ts';
import { divideText, type TextPart } from './text/divide-text.ts';
import { codeLike, isTooLong, readText } from './text/read-text.ts';
import { splitWords } from './text/words.ts';
import { limits } from './tuning.ts';

/** A code of a text that no document contains. */
export interface UnknownAnswer {
  code: string;
  /** Codes with the same number, those under nearly the same prefix first. */
  near: { catalog: string; code: string; slug: string }[];
  /** What the documents write about codes with this prefix. */
  notes: PrefixNote[];
}

/** An error of a text: a known code, or one that is unknown. Equal ones are counted. */
export interface Incident {
  /** 1-based line of the first one, and of all of them up to a limit. */
  line: number;
  lines: number[];
  count: number;
  /** Where the code or the message of the first one is, as positions in the text. */
  where: { start: number; end: number };
  result?: Result;
  unknown?: UnknownAnswer;
}

export interface TextAnswer {
  /** The errors in the order of the text. */
  incidents: Incident[];
  /** Number of errors, of different codes among them, and of different unknown codes. */
  errors: number;
  codes: number;
  unknown: number;
  /** Of a text with one error, the first code that no document contains. */
  unknownCode?: string;
  /** What all results have, if the text is nothing but that. */
  filter?: Filter;
  /** Of several errors the result of each, with `line` and `count`; else the results of the text. */
  results: Result[];
  /** Whether only the ends of the text, and what looks like a code, were read. */
  isTooLong: boolean;
}

/**
 * Returns the errors that a text tells of, and its results.
 *
 * The text is divided into parts (see `divideText`); each part that contains something like a code, or
 * a message that only one service sends, is looked up by itself, so that nothing in one part speaks
 * for or against another. A text with one error is looked up as a whole.
 *
 * @param catalog The catalog that the reader comes from.
 * @example answerText('APIG.0201\nAPIG.0203\nAPIG.0201', index, 'en').incidents.length // => 2
 */
export function answerText(
  text: string,
  index: LookupIndex | IndexSource,
  lang: Lang,
  catalog?: string,
): TextAnswer {
  const source = sourceOf(index);
  const rank = (evidence: Evidence) => rankResults(evidence, lang, catalog);
  const parts = divideText(text);
  let whole: Evidence | undefined;
  const readWhole = () => {
    whole ??= readEvidence(text, source);
    return whole;
  };
  const found = findIncidents(text, parts, source, (part, isInWords) => {
    // A text of one part is read once.
    const evidence = parts.length === 1 ? readWhole() : readEvidence(part, source);
    const results = rank(evidence).filter(
      (result) => result.match !== 'guess' || (isInWords && namesWhole(result)),
    );
    return readPart(part, evidence, results);
  });
  const isSeveral = found.length > 1 && found.some(({ result }) => result);
  const ofText = isSeveral ? [] : rank(readWhole());
  const [unknownCode] = isSeveral ? [] : readWhole().unknown;
  const filter =
    isSeveral || ofText.some(({ match }) => match !== 'guess') ? undefined : filterOf(readWhole());
  const incidents = found.length > 0 ? found : findSpelledOut(text, ofText);
  const known = incidents.flatMap(({ result }) => (result ? [nameOf(result)] : []));
  return {
    incidents,
    errors: incidents.reduce((sum, { count }) => sum + count, 0),
    codes: new Set(known).size,
    unknown: incidents.filter(({ unknown }) => unknown !== undefined).length,
    ...(unknownCode && { unknownCode: unknownCode.code }),
    ...(filter && { filter }),
    results: isSeveral
      ? found.flatMap(({ result, line, count }) => (result ? [{ ...result, line, count }] : []))
      : ofText,
    isTooLong: isTooLong(text),
  };
}

/** Whether a text has the whole name or message of a code. */
const namesWhole = ({ because }: Result) =>
  because.some((one) => one.kind === 'code' || (one.kind === 'message' && one.how === 'whole'));

/** The error of a text that is about one, but has no part with a code in figures. */
function findSpelledOut(text: string, [result]: readonly Result[]): Incident[] {
  if (!result || result.match === 'guess' || text.length > limits.textLength) return [];
  const [reason] = result.because;
  const words = reason?.kind === 'code' ? reason.spelled : '';
  const where = placeOf(words, { line: 1, start: 0, end: text.length }, text);
  const line = text.slice(0, where.start).split('\n').length;
  return [{ line, lines: [line], count: 1, where, result }];
}

/** What one part of a text tells of. */
interface Found {
  result?: Result;
  unknown?: UnknownAnswer;
  /** The words by which it was found. */
  words: string;
  /** For a message without a code: every code that has it. */
  codes: string[];
}

function findIncidents(
  text: string,
  parts: readonly TextPart[],
  source: IndexSource,
  read: (part: string, isInWords: boolean) => Found[],
): Incident[] {
  // A log repeats its records, but for times and ids.
  const known = new Map<string, Found[]>();
  const readAll = (isInWords: boolean) => (part: TextPart) => {
    const own = text.slice(part.start, part.end);
    const key = own.replace(/^[\d\s:.,/TZ[\]+-]{8,40}|\b[\da-f]{8,}(?:-[\da-f]{4,})*\b/gi, '');
    const found = known.get(key) ?? read(own, isInWords);
    known.set(key, found);
    return found.map((one) => ({ part, found: one }));
  };
  const { coded, inWords } = partsToRead(text, parts, source);
  const all = coded.flatMap((part) => {
    const read = readAll(false)(part);
    // What looked like a code was a time, or a name in words.
    if (read.length === 0) inWords.push(...readInWords(text, part, source));
    return read;
  });
  // One line in words, with no error beside it, is a part of what the whole text says.
  if (all.length > 0 || inWords.filter(({ isItem }) => isItem).length > 1)
    all.push(...inWords.flatMap(readAll(true)).flatMap(asGuess));
  const named = new Set(
    all.flatMap(({ found: { result, codes } }) =>
      result && codes.length === 0 ? [nameOf(result)] : [],
    ),
  );
  const incidents = new Map<string, Incident>();
  for (const { part, found } of all) {
    const { result, unknown, words, codes } = found;
    // A message apart from the code that sent it tells of the same error.
    if (codes.some((code) => named.has(code))) continue;
    const where = placeOf(words, part, text);
    const line = part.line + text.slice(part.start, where.start).split('\n').length - 1;
    const key = result ? `${nameOf(result)} ${result.case ?? ''}` : `? ${unknown?.code}`;
    const same = incidents.get(key);
    if (!same) {
      incidents.set(key, {
        line,
        lines: [line],
        count: 1,
        where,
        ...(result && { result }),
        ...(unknown && { unknown }),
      });
      continue;
    }
    same.count += 1;
    if (same.lines.length < limits.incidentLines) same.lines.push(line);
  }
  return [...incidents.values()].sort((a, b) => a.where.start - b.where.start);
}

/** The part tells of an error that it names in words only, which other services have too. */
const asGuess = ({ part, found }: { part: TextPart; found: Found }) =>
  found.result
    ? [{ part, found: { ...found, result: { ...found.result, match: 'guess' as const } } }]
    : [];

/**
 * The parts with something like a code, or with a message that no other service sends; and those that
 * are only an error in words, without the mark of a list, time and level before it.
 */
function partsToRead(text: string, parts: readonly TextPart[], source: IndexSource) {
  const { prefixes } = source.spellings;
  const known = prefixes.join('|') || '(?!)';
  const prefixed = new RegExp(
    `(?<![a-z])(?:(?:${known})[\\s._-]{0,3}\\d|[a-z]{4,24}[._-]\\d{4})`,
    'i',
  );
  const coded: TextPart[] = [];
  const inWords: ReturnType<typeof readInWords> = [];
  for (const part of parts) {
    const own = text.slice(part.start, part.end);
    const isCoded =
      codeLike.test(own) ||
      prefixed.test(own) ||
      hasSpelledName(own, source.spellings) ||
      hasRareMessage(own, source);
    if (isCoded) {
      coded.push(part);
      continue;
    }
    inWords.push(...readInWords(text, part, source));
  }
  return { coded, inWords };
}

/** Returns the part that is only an error in words, without what is before it; none for another part. */
function readInWords(
  text: string,
  part: TextPart,
  source: IndexSource,
): (TextPart & { isItem: boolean })[] {
  const error = readErrorInWords(text.slice(part.start, part.end), source);
  return error ? [{ ...part, start: part.start + error.at, isItem: error.isItem }] : [];
}

/** What is before an error in a list or a log. */
const mark = /^\s*(?:(?:[-*•·]|\d{1,3}[.)、]|[①-⑳])\s+)?/;
const timeAndLevel =
  /^(?:[[(]?\d{2,4}[-/:.][\d:.,/TZ +-]+[\])]?\s+)?(?:\[?(error|err|fatal|severe|critical|warn|warning|e)\]?[\s:]+)?/i;

/** Labels of a line: `Suppressed: JdException: `, `call C: `. */
const labelsBefore = /^(?:[\p{L}_][\p{L}\p{N}_.$ -]{0,40}: +){1,3}/u;
const errorLabel = /error|exception|suppressed|caused|fail|错误|异常|失败/i;
/** A name, and the status and message after it. */
const nameWithMessage = /^([A-Z][A-Z_]{3,})(?:[ :,-]+(?:[1-5]\d\d[ :,-]*)?(.*))?$/;

/**
 * If a part is nothing but the name or the message of an error, returns where it begins, and whether
 * it is an item of a list or a record with a level.
 */
function readErrorInWords(
  own: string,
  source: IndexSource,
): { at: number; isItem: boolean } | undefined {
  const [marked = ''] = mark.exec(own) ?? [];
  const [timed = '', level] = timeAndLevel.exec(own.slice(marked.length)) ?? [];
  const from = marked.length + timed.length;
  const isItem = marked.trim() !== '' || level !== undefined;
  const [labels = ''] = labelsBefore.exec(own.slice(from)) ?? [];
  const starts = [...labels.matchAll(/: +/g)].map(({ 0: sign, index }) => index + sign.length);
  for (const start of [0, ...starts]) {
    const isError = isItem || errorLabel.test(labels.slice(0, start));
    if (isErrorInWords(own.slice(from + start).trim(), isError, source))
      return { at: from + start, isItem: isError };
  }
  return undefined;
}

/** Whether these words are the name, perhaps with its status and message, or a message of an error. */
function isErrorInWords(said: string, isItem: boolean, source: IndexSource): boolean {
  if (said.length > limits.errorInWords || /[/=<>{}]/.test(said)) return false;
  if (reasonPhrases.has(said.toLowerCase())) return false;
  const { spellings } = source;
  const [, name = '', rest = ''] = nameWithMessage.exec(said) ?? [];
  if (name !== '') {
    const isName = spellings
      .codesOf(name)
      .some((code) => spellings.spellingsOf(code).includes(name));
    return isName && (rest === '' || isWholePhrase(rest, source));
  }
  // What any service says is an error of its own in a list, and not among other lines.
  if (!isItem && spellings.shared.has(codeKey(said))) return false;
  return isWholePhrase(said, source);
}

function isWholePhrase(said: string, source: IndexSource): boolean {
  const numbers = numbersOf(said, source);
  return source.table.find(numbers).some(({ from, to }) => from === 0 && to === numbers.length);
}

function hasRareMessage(text: string, source: IndexSource): boolean {
  return source.table
    .find(numbersOf(text, source))
    .some(({ phrase }) => source.isRareSentence(phrase));
}

function numbersOf(text: string, { simplification, vocabulary }: IndexSource): number[] {
  return vocabulary.numbersOf(splitWords(readText(text, simplification).folded));
}

/** The codes that a part names, known and unknown; if there are none, the code of its message. */
function readPart(text: string, evidence: Evidence, results: readonly Result[]): Found[] {
  const named = results.flatMap((result): Found[] => {
    const reason = result.because.find(({ kind }) => kind === 'code');
    if (reason?.kind !== 'code') return [];
    // A text that is a code tells of no other.
    if (evidence.typed.size > 0 && reason.how !== 'same') return [];
    return [{ result, words: reason.spelled, codes: [] }];
  });
  const unknown = evidence.unknown.map(({ code }): Found => {
    // In a list only its number is there: `APIG.0301, 0999`.
    const isWhole = text.toLowerCase().includes(code.toLowerCase());
    const words = isWhole ? code : (/\d+$/.exec(code)?.[0] ?? code);
    return { unknown: answerUnknown(code, evidence), words, codes: [] };
  });
  const found = named.length + unknown.length > 0 ? [...named, ...unknown] : readMessages(results);
  const placeIn = ({ words }: Found) => text.toLowerCase().indexOf(words.toLowerCase());
  return found.sort((a, b) => placeIn(a) - placeIn(b));
}

/** The messages and meanings in a part, each with the codes that have it; of similar ones the best. */
function readMessages(results: readonly Result[]): Found[] {
  const quotes = results.flatMap((result, at) => {
    const quote = result.because.find((one) => one.kind === 'message' || one.kind === 'text');
    if (!quote || (at > 0 && quote.how !== 'whole')) return [];
    const words = quote.kind === 'message' ? quote.message : quote.text;
    return [{ result, words: words.replace(/[.。]$/, '') }];
  });
  return [...Map.groupBy(quotes, ({ words }) => words).values()].flatMap(([first, ...others]) =>
    first ? { ...first, codes: [first, ...others].map(({ result }) => nameOf(result)) } : [],
  );
}

function answerUnknown(
  code: string,
  { mentions, index: { codes, notes } }: Evidence,
): UnknownAnswer {
  const [prefix = ''] = /^\p{L}+/u.exec(code) ?? [];
  const name = new RegExp(`(?<!\\p{L})${prefix}(?!\\p{L})`, 'iu');
  const near = mentions
    .filter(({ spelled }) => spelled === code)
    .sort((a, b) => Number(b.how === 'near') - Number(a.how === 'near'))
    .flatMap((mention) => codes[mention.code] ?? []);
  return {
    code,
    near: near.map(({ catalog, code: other, slug }) => ({ catalog, code: other, slug })),
    notes: prefix === '' ? [] : notes.filter(({ text }) => name.test(text)),
  };
}

const nameOf = ({ catalog, code }: Pick<Result, 'catalog' | 'code'>) => `${catalog} ${code}`;

/** Where some words are in a part, in any case; the whole part if they are spelled differently there. */
function placeOf(words: string, { start, end }: TextPart, text: string): Incident['where'] {
  const own = text.slice(start, end);
  const at = words === '' ? -1 : own.toLowerCase().indexOf(words.toLowerCase());
  if (at >= 0) return { start: start + at, end: start + at + words.length };
  const before = own.length - own.trimStart().length;
  return { start: start + before, end: start + own.trimEnd().length };
}
