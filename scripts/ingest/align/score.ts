import type { Entry } from '../../../src/model/entry.ts';
import type { Text } from '../../../src/model/text.ts';
import { foldText } from '../../../src/text/fold.ts';
import { similarityOf } from '../../../src/text/similarity.ts';

/** How well two rows of one code fit together, and what speaks for it. */
export interface Score {
  value: number;
  because: string[];
}

/** What is known of a pair beside its two rows. */
export interface PairContext {
  /** Both variants have this one row of the code and no other. */
  onlyRows: boolean;
  /** On both sides, no other row has the HTTP status that the two share. */
  statusUnique: boolean;
  /** Both rows stand at the same position among the code's rows. */
  samePosition: boolean;
}

/** Rows that score less are not put into one case. */
export const threshold = 1;

/**
 * Score a pair of rows of one code from two variants.
 *
 * The message is what the API sends, so it weighs most, then the description in the same language,
 * then the HTTP status, which vendors correct from edition to edition. That a code has one row
 * only in both documents is evidence too: documents keep codes and reword messages.
 *
 * @example scorePair(en, zh, { onlyRows: true, statusUnique: true, samePosition: true }).because
 * // => ['HTTP status', 'message', 'only row']
 */
export function scorePair(left: Entry, right: Entry, context: PairContext): Score {
  const because: string[] = [];
  let value = 0;
  const add = (points: number, reason?: string) => {
    value += points;
    if (reason !== undefined && points > 0) because.push(reason);
  };
  const message = likenessOf(left.message, right.message);
  const description = likenessOf(left.description, right.description);
  const solution = likenessOf(left.solution, right.solution);
  const status = sameText(left.httpStatus, right.httpStatus);

  if (status === true) {
    // A status that several rows share tells them apart no more than their order does.
    add(context.statusUnique ? 2.5 : 0.9, 'HTTP status');
  } else if (status === false) add(-1);
  if (message !== undefined) {
    add(message >= 0.3 ? 3 * message : -1.5 + 5 * message, message >= 0.5 ? 'message' : undefined);
  }
  if (description !== undefined) {
    add(description >= 0.3 ? 3 * description : -1, description >= 0.5 ? 'description' : undefined);
  }
  if (solution !== undefined) add(0.5 * solution);
  if (context.onlyRows) add(2, 'only row');
  // A tie-break only: variants list the rows of a code in different orders.
  if (context.samePosition) add(0.05);
  return { value, because };
}

/** Whether the two rows say the same status and, punctuation and case aside, the same message. */
export function sayTheSame(left: Entry, right: Entry): boolean {
  return (
    sameText(left.httpStatus, right.httpStatus) !== false &&
    foldText(left.message?.plain ?? '') === foldText(right.message?.plain ?? '') &&
    (!!left.message?.plain || left.description?.plain === right.description?.plain)
  );
}

/** Similarity of two texts of one language; unknown where one is missing, empty or of another language. */
function likenessOf(left: Text | undefined, right: Text | undefined): number | undefined {
  if (!left?.plain || !right?.plain || left.lang !== right.lang) return undefined;
  return similarityOf(left.plain, right.plain);
}

function sameText(left: Text | undefined, right: Text | undefined): boolean | undefined {
  if (!left?.plain || !right?.plain) return undefined;
  return left.plain === right.plain;
}
