import type { Entry } from '../../../src/model/entry.ts';
import { countAll } from '../../../src/text/count-all.ts';
import { rowKey } from '../normalise/row-key.ts';
import { anchorOf } from './anchor.ts';
import { scoreTexts } from './score.ts';

/** What was recorded of one case: its id, the other anchors that lead to it, its last known rows. */
export interface RecordedCase {
  id: string;
  anchors: string[];
  last: Entry[];
}

/**
 * How much speaks for a recorded case being this one.
 *
 * The wording that the id was made of weighs most, unless another recorded case has the same: a
 * link names it, so it must lead to the row that says it. Rows that are still the same word for
 * word come next (they tell cases of one wording apart), then the case's other wordings. A row
 * whose message or description in the same language is still alike counts a little: it was reworded.
 *
 * @param ownWording Whether no other recorded case has the wording of the id.
 * @param wordings Anchors of the case's rows.
 * @param position Index of the case among those of its code: all that is left of a case without
 *   wording whose rows were not recorded.
 * @returns 0 when nothing speaks for it; less than `certain` when it is likeness alone.
 */
export function weighEvidence(
  recorded: RecordedCase,
  ownWording: boolean,
  wordings: readonly string[],
  entries: readonly Entry[],
  position: number,
): number {
  const others = new Set([...recorded.anchors, ...recorded.last.map(anchorOf)]);
  const same = Math.min(4, countSame(recorded.last, entries));
  return (
    (ownWording && wordings.includes(recorded.id) ? 300 : 0) +
    (same > 0 ? 100 + 15 * same : 0) +
    certain * Math.min(4, wordings.filter((anchor) => others.has(anchor)).length) +
    (recorded.last.length > 0
      ? likeness(recorded.last, entries)
      : Number(wordings.length === 0 && recorded.id === `case-${position + 1}`))
  );
}

/** Evidence of this weight is more than likeness: a wording or a row is the same. */
export const certain = 5;

/** Ids whose wording another recorded case has too. */
export function sharedWordings(recorded: readonly RecordedCase[]): Set<string> {
  const all = recorded.flatMap(({ id, last }) => [...new Set([id, ...last.map(anchorOf)])]);
  const counts = countAll(all.filter((anchor) => anchor !== undefined));
  return new Set([...counts].flatMap(([anchor, count]) => (count > 1 ? [anchor] : [])));
}

/** Rows that stand in both lists word for word, wherever they stand in their documents. */
export function countSame(last: readonly Entry[], entries: readonly Entry[]): number {
  const known = new Set(last.map(rowKey));
  return entries.filter((entry) => known.has(rowKey(entry))).length;
}

function likeness(last: readonly Entry[], entries: readonly Entry[]): number {
  let best = 0;
  for (const before of last) {
    for (const now of entries) {
      const { value, because } = scoreTexts(before, now, false);
      const alike = because.includes('message') || because.includes('description');
      if (alike && value >= 1) best = Math.max(best, Math.min(4, value / 2));
    }
  }
  return best;
}
