/** Where a document belongs, by what it shares with the documents of the catalogs. */
import type { Entry } from '../../src/model/entry.ts';
import type { Format } from '../../src/model/format.ts';
import type { Lang } from '../../src/model/lang.ts';
import { compareStrings } from '../../src/model/order.ts';
import type { Variant } from '../../src/model/registry.ts';
import { foldText } from '../../src/text/fold.ts';
import { registeredEdition } from '../ingest/load/distinguish-editions.ts';
import { type Edition, isSameDate } from './guess-edition.ts';

/** A document of a catalog with its rows. */
export interface KnownDocument {
  catalog: string;
  variant: Variant;
  entries: readonly Entry[];
}

/** A guess, and why. */
export interface Guess<T = string> {
  value: T;
  because: string;
  /** A person must confirm it. */
  isDoubtful?: boolean;
}

/** Tuned on half of the documents of tests/corpus/guess.test.ts. */
const tuning = {
  /** Least likeness of the codes of two documents of one catalog; 1 if they have the same codes. */
  minLikeness: 0.1,
  /** A code of digits says less: many services count from 1, or use HTTP statuses. */
  weightOfDigits: 0.5,
  /** What equal texts add to the likeness, if all are equal. */
  weightOfTexts: 0.3,
  /** Least share of equal texts in documents of one API in one language. */
  minTexts: 0.1,
  /** Least share of equal texts in documents of one lineage. */
  minSharedTexts: 0.25,
  /** Least share of common codes in the two halves of a bilingual document. */
  minPairLikeness: 0.95,
};

/**
 * Returns the catalog that has the document with the most similar codes and texts. Equal codes with
 * other texts in the same language are doubtful: APIs copy each other's codes.
 *
 * @param lang Language of the document.
 * @returns undefined if none is similar.
 */
export function guessCatalog(
  entries: readonly Entry[],
  lang: Lang,
  known: readonly KnownDocument[],
): Guess | undefined {
  const codes = codesOf(entries);
  const texts = textsOf(entries);
  const best = findBest(known, ({ entries: rows }) => {
    const theirs = codesOf(rows);
    const shared = weightOf(codes.intersection(theirs)) / Math.max(1, codes.union(theirs).size);
    return shared + tuning.weightOfTexts * shareOfTexts(texts, rows);
  });
  if (best === undefined || best.score < tuning.minLikeness) return undefined;
  const { catalog, variant, entries: rows } = best;
  const isDoubtful = variant.lang === lang && shareOfTexts(texts, rows) < tuning.minTexts;
  return { value: catalog, because: describeShared(entries, best), isDoubtful };
}

/**
 * Returns the lineage whose documents have most rows with the same texts.
 *
 * @param known The documents of the catalog in the language of the document.
 * @returns undefined if it is the first document of a lineage.
 */
export function guessLineage(
  entries: readonly Entry[],
  known: readonly KnownDocument[],
): Guess | undefined {
  const texts = textsOf(entries);
  const best = findBest(known, ({ entries: rows }) => shareOfTexts(texts, rows));
  if (best === undefined || best.score < tuning.minSharedTexts) return undefined;
  const { id, lineage } = best.variant;
  return {
    value: lineage,
    because: `${Math.round(100 * best.score)} % of the rows are like those of ${id}`,
  };
}

/**
 * Returns the document that says the same in the other language: it has the same codes and format,
 * and is of the same edition.
 *
 * @param about What is known of the document.
 * @param known The documents of the catalog in the other language.
 */
export function guessCounterpart(
  entries: readonly Entry[],
  { revision, version = 'undated', format }: Edition & { format: Format },
  known: readonly KnownDocument[],
): Variant | undefined {
  const codes = codesOf(entries);
  const same = known.filter(
    ({ variant }) =>
      variant.format === format &&
      (revision && variant.revision
        ? isSameDate(revision, variant.revision)
        : !revision && !variant.revision && registeredEdition(variant).en === version),
  );
  const best = findBest(same, ({ entries: rows }) => {
    const theirs = codesOf(rows);
    return codes.intersection(theirs).size / codes.union(theirs).size;
  });
  return best && best.score >= tuning.minPairLikeness ? best.variant : undefined;
}

/** Returns the document with the highest score. */
function findBest(known: readonly KnownDocument[], scoreOf: (document: KnownDocument) => number) {
  const [best] = known
    .map((document) => ({ ...document, score: scoreOf(document) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        compareStrings(`${a.catalog} ${a.variant.id}`, `${b.catalog} ${b.variant.id}`),
    );
  return best;
}

function describeShared(entries: readonly Entry[], { variant, entries: rows }: KnownDocument) {
  const codes = new Set(entries.map(({ code }) => code));
  return `${codes.intersection(codesOf(rows)).size} of its ${codes.size} codes are in ${variant.id}`;
}

const weightOf = (codes: ReadonlySet<string>) =>
  [...codes].reduce((sum, code) => sum + (/^-?\d+$/.test(code) ? tuning.weightOfDigits : 1), 0);

const codesOf = (entries: readonly Entry[]) =>
  new Set(entries.flatMap(({ code, aliases = [] }) => [code, ...aliases]));

/** Each text of a row with its code. */
function keysOf({ code, message, description, solution }: Entry): string[] {
  return [message, description, solution].flatMap((text) => {
    const folded = foldText(text?.plain ?? '');
    return folded === '' ? [] : `${code}\n${folded}`;
  });
}

const textsOf = (entries: readonly Entry[]) => new Set(entries.flatMap(keysOf));

/** Share of texts that both documents have, of the one that has fewer. */
function shareOfTexts(texts: ReadonlySet<string>, entries: readonly Entry[]): number {
  const theirs = textsOf(entries);
  const smaller = Math.min(texts.size, theirs.size);
  return smaller === 0 ? 0 : theirs.intersection(texts).size / smaller;
}
