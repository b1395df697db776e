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
  const [best] = known
    .map(({ catalog, variant, entries: rows }) => {
      const theirs = codesOf(rows);
      const shared = weightOf(codes.intersection(theirs));
      const codeLikeness = shared / Math.max(1, codes.union(theirs).size);
      const textLikeness = shareOfTexts(texts, rows);
      const likeness = codeLikeness + tuning.weightOfTexts * textLikeness;
      const isDoubtful = textLikeness < tuning.minTexts && variant.lang === lang;
      return { catalog, because: describeShared(entries, variant, theirs), likeness, isDoubtful };
    })
    .sort((a, b) => b.likeness - a.likeness || compareStrings(a.catalog, b.catalog));
  if (best === undefined || best.likeness < tuning.minLikeness) return undefined;
  return { value: best.catalog, because: best.because, isDoubtful: best.isDoubtful };
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
  const [best] = known
    .map(({ variant, entries: rows }) => ({ variant, share: shareOfTexts(texts, rows) }))
    .sort((a, b) => b.share - a.share || compareStrings(a.variant.id, b.variant.id));
  if (best === undefined || best.share < tuning.minSharedTexts) return undefined;
  return {
    value: best.variant.lineage,
    because: `${Math.round(100 * best.share)} % of the rows are like those of ${best.variant.id}`,
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
): Guess<Variant> | undefined {
  const codes = codesOf(entries);
  const [best] = known
    .filter(({ variant }) => variant.format === format)
    .filter(({ variant }) =>
      revision && variant.revision
        ? isSameDate(revision, variant.revision)
        : !revision && !variant.revision && registeredEdition(variant).en === version,
    )
    .map(({ variant, entries: rows }) => {
      const theirs = codesOf(rows);
      const likeness = codes.intersection(theirs).size / codes.union(theirs).size;
      return { variant, because: describeShared(entries, variant, theirs), likeness };
    })
    .sort((a, b) => b.likeness - a.likeness || compareStrings(a.variant.id, b.variant.id));
  if (best === undefined || best.likeness < tuning.minPairLikeness) return undefined;
  return { value: best.variant, because: best.because };
}

const weightOf = (codes: ReadonlySet<string>) =>
  [...codes].reduce((sum, code) => sum + (/^-?\d+$/.test(code) ? tuning.weightOfDigits : 1), 0);

function describeShared(
  entries: readonly Entry[],
  { id }: Variant,
  theirs: ReadonlySet<string>,
): string {
  const codes = new Set(entries.map(({ code }) => code));
  return `${codes.intersection(theirs).size} of its ${codes.size} codes are in ${id}`;
}

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
