import type { Entry } from '../../../src/model/entry.ts';
import { own } from '../../../src/model/own.ts';
import type { Text } from '../../../src/model/text.ts';
import { foldText } from '../../../src/text/fold.ts';
import { similarityOf } from '../../../src/text/similarity.ts';
import { statusLabel } from '../../../src/text/statuses.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { scoreWords, type TranslationScore } from '../lexicon/score-translation.ts';
import type { RowFacts } from './row-facts.ts';

/** How well two rows of one code fit together, and what speaks for it. */
export interface Score {
  value: number;
  because: string[];
}

/** Rows that score less are not put into one case. */
export const threshold = 1;

/** What each kind of evidence counts. Tuned with `npm run bench:gold`, order and translation with
 * `npm run lexicon -- --measure`. */
const points = {
  /** The message is what the API sends, so it counts most. */
  message: 3,
  description: 3,
  solution: 0.5,
  /** A column that maps to no field, under the same heading. */
  otherColumn: 2,
  otherTexts: -1,
  /** A status that several rows share tells them apart no more than their order does. */
  uniqueStatus: 2.5,
  sharedStatus: 0.9,
  otherStatus: -1,
  /** Documents keep codes and reword messages, so a single row on both sides is evidence. */
  onlyRow: 2,
  /** Translators keep the order of rows; both documents list the code equally often. */
  order: 1,
  /** Breaks ties only: documents with other rows have them in other orders. */
  position: 0.05,
  /** A text that no other row has, equal in both rows: a name, an English message, a type. */
  uniqueText: 2,
  sharedText: 0.4,
  /** A number may count rows, which move when one is added. */
  number: 0.6,
  /** Times how much the translation scores above that of texts that do not belong together. */
  translation: 8,
  noTranslation: 0.12,
} as const;

/** A translation of this score is named as a reason. */
const clearTranslation = 0.3;

/** Fewer words prove nothing, unless each has its translation. */
const minWords = 2;

/**
 * Scores a pair of rows of one code from two variants.
 *
 * Texts of one language are compared by their words, texts of two languages by the lexicon. Columns
 * that map to no field are compared under the same heading, and by equal text under any heading.
 *
 * @returns Each reason is the key of `because.…` in the interface; word pairs follow after a colon.
 * @example scorePair(en, zh, lexicon).because // => ['order', 'words: token = 令牌, expired = 过期']
 */
export function scorePair(left: RowFacts, right: RowFacts, lexicon: Lexicon): Score {
  const unique = left.uniqueStatus && right.uniqueStatus;
  const score = scoreTexts(left.entry, right.entry, unique);
  const add = (own: number, reason?: string) => {
    score.value += own;
    if (reason !== undefined && own > 0) score.because.push(reason);
  };
  if (left.count === 1 && right.count === 1) {
    add(points.onlyRow, 'only row');
    // The lexicon costs time, and most codes have one row in each document.
    if (score.value >= threshold) return score;
  } else {
    const equal = scoreEqualTexts(left, right);
    add(equal.value, equal.unique ? 'equal text' : undefined);
    if (left.rank === right.rank && left.count === right.count) add(points.order, 'order');
    else if (left.rank === right.rank) add(points.position);
  }
  const translation = translate(left, right, lexicon);
  if (translation !== undefined) {
    const words = translation.pairs.slice(0, 3).map((pair) => `${pair.english} = ${pair.chinese}`);
    add(
      points.translation * Math.max(0, translation.score - points.noTranslation),
      translation.score >= clearTranslation ? `words: ${words.join(', ')}` : undefined,
    );
  }
  return score;
}

/**
 * Scores two rows by HTTP status and the texts that are in one language.
 *
 * @param uniqueStatus On both sides, no other row has the HTTP status of the row.
 */
export function scoreTexts(left: Entry, right: Entry, uniqueStatus: boolean): Score {
  const because: string[] = [];
  let value = 0;
  const status = sameStatus(left.httpStatus, right.httpStatus);
  if (status === true) {
    value += uniqueStatus ? points.uniqueStatus : points.sharedStatus;
    because.push('HTTP status');
  } else if (status === false) value += points.otherStatus;
  const message = likenessOf(left.message, right.message);
  if (message !== undefined)
    value += message >= 0.3 ? points.message * message : -1.5 + 5 * message;
  if (message !== undefined && message >= 0.5) because.push('message');
  const description = likenessOf(left.description, right.description);
  if (description !== undefined)
    value += description >= 0.3 ? points.description * description : points.otherTexts;
  if (description !== undefined && description >= 0.5) because.push('description');
  value += points.solution * (likenessOf(left.solution, right.solution) ?? 0);
  for (const [heading, text] of Object.entries(left.extra)) {
    value += points.otherColumn * (likenessOf(text, own(right.extra, heading)) ?? 0);
  }
  return { value, because };
}

/** Equal texts under headings that do not correspond; the most telling one counts. */
function scoreEqualTexts(left: RowFacts, right: RowFacts): { value: number; unique: boolean } {
  let best = { value: 0, unique: false };
  for (const [text, own] of left.texts()) {
    const other = right.texts().get(text);
    if (other === undefined || !(own.isOther || other.isOther)) continue;
    const unique = own.isUnique && other.isUnique;
    const full = /^\d{1,4}$/.test(text) ? points.number : points.uniqueText;
    const value = unique ? full : points.sharedText;
    if (value > best.value) best = { value, unique };
  }
  return best;
}

/** How well the words of one row translate those of the other, if one is English and one Chinese. */
function translate(
  left: RowFacts,
  right: RowFacts,
  lexicon: Lexicon,
): TranslationScore | undefined {
  const [a, b] = [left.words(), right.words()];
  const [english, chinese] = a['zh-CN'].size === 0 ? [a, b] : [b, a];
  if (english['zh-CN'].size > 0 || chinese['zh-CN'].size === 0) return undefined;
  const score = scoreWords(english.en, chinese['zh-CN'], lexicon);
  const isShort = score.pairs.length + score.untranslated.length < minWords;
  // What both texts have may be a number that counts rows.
  const isTranslated = score.pairs.some(({ english, chinese }) => english !== chinese);
  return isShort && !isTranslated ? undefined : score;
}

/** Whether the two rows say the same status and, punctuation and case aside, the same message. */
export function sayTheSame(left: Entry, right: Entry): boolean {
  return (
    sameStatus(left.httpStatus, right.httpStatus) !== false &&
    foldText(left.message?.plain ?? '') === foldText(right.message?.plain ?? '') &&
    (!!left.message?.plain || left.description?.plain === right.description?.plain)
  );
}

/** Similarity of two texts of one language; unknown where one is missing, empty or of another language. */
function likenessOf(left: Text | undefined, right: Text | undefined): number | undefined {
  if (!left?.plain || !right?.plain || left.lang !== right.lang) return undefined;
  return similarityOf(left.plain, right.plain);
}

function sameStatus(left: Text | undefined, right: Text | undefined): boolean | undefined {
  const [before, after] = [left, right].map((text) => statusLabel(text?.plain ?? ''));
  return before && after ? before === after : undefined;
}
