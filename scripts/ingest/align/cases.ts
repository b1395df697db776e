import type { Entry } from '../../../src/model/entry.ts';
import { bestAssignment } from './assignment.ts';
import { type PairContext, type Score, sayTheSame, scorePair, threshold } from './score.ts';

/** One meaning of a code before it has an id. */
export interface AlignedCase {
  entries: Entry[];
  match: 'only' | 'same' | 'likely' | 'decided';
  because: string[];
}

/** An editor's decision about rows, each named `variant:line`. */
export interface Decision {
  rows: string[];
  decision: 'same' | 'different';
}

/**
 * Match the cases of one code across variants.
 *
 * Variants list the rows of a code in different orders and reword messages, so neither position
 * nor text alone is evidence. Pairs are scored on HTTP status, message and same-language
 * description, and the best total wins; a row that fits nothing starts a case of its own rather
 * than being guessed into one. Rows of one variant never share a case, unless they are the same
 * word for word.
 *
 * @param entries Rows of one code from every variant, newest variant first, in source order.
 * @param decisions Editors' decisions about these rows; they overrule every score.
 * @returns Cases, newest variant's order first; every entry in exactly one.
 * @example alignCases([en502, zh503]).length // => 1: one case, a status difference
 */
export function alignCases(entries: Entry[], decisions: Decision[] = []): AlignedCase[] {
  const cases: AlignedCase[] = [];
  const byVariant = Map.groupBy(entries, (entry) => entry.variant);
  for (const rows of byVariant.values()) {
    const distinct = joinRepeats(rows);
    const before = [...cases];
    const counts = countStatuses([
      ...distinct.map(([row]) => row),
      ...before.flatMap((known) => known.entries),
    ]);
    const onlyRows = distinct.length === 1 && before.length === 1;
    const scores = distinct.map((row, position) =>
      before.map((known, index) =>
        scoreCase(row[0], known, counts, { onlyRows, samePosition: position === index }, decisions),
      ),
    );
    const chosen = bestAssignment(
      scores.map((line) => line.map((score) => Math.max(0, score.value - threshold + 1e-6))),
    );
    for (const [index, row] of distinct.entries()) {
      const known = before[chosen[index] ?? -1];
      const score = scores[index]?.[chosen[index] ?? -1];
      if (known !== undefined && score !== undefined && score.value >= threshold) {
        known.match = matchOf(known, row[0], score);
        known.because =
          known.because.length > 0
            ? known.because.filter((reason) => score.because.includes(reason))
            : score.because;
        if (known.because.length === 0) known.because = score.because;
        known.entries.push(...row);
      } else cases.push({ entries: [...row], match: 'only', because: [] });
    }
  }
  return cases;
}

/** Rows of one variant that repeat each other word for word are one row in several places. */
function joinRepeats(rows: Entry[]): [Entry, ...Entry[]][] {
  const joined = new Map<string, [Entry, ...Entry[]]>();
  for (const row of rows) {
    const key = JSON.stringify(
      [row.httpStatus, row.message, row.description, row.solution].map((text) => text?.plain),
    );
    const same = joined.get(key);
    if (same) same.push(row);
    else joined.set(key, [row]);
  }
  return [...joined.values()];
}

/** How many rows of a variant have an HTTP status, by variant and status. */
function countStatuses(entries: Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries)
    counts.set(statusKey(entry), (counts.get(statusKey(entry)) ?? 0) + 1);
  return counts;
}

function statusKey({ variant, httpStatus }: Entry, status = httpStatus?.plain): string {
  return `${variant} ${status}`;
}

/** A row fits a case as well as it fits the case's best fitting entry. */
function scoreCase(
  row: Entry,
  known: AlignedCase,
  counts: ReadonlyMap<string, number>,
  about: Omit<PairContext, 'statusUnique'>,
  decisions: Decision[],
): Score {
  const decided = decisionFor(row, known, decisions);
  if (decided === 'same') return { value: 1000, because: ['decided'] };
  if (decided === 'different') return { value: -1000, because: [] };
  let best: Score = { value: Number.NEGATIVE_INFINITY, because: [] };
  for (const entry of known.entries) {
    const statusUnique =
      counts.get(statusKey(row)) === 1 &&
      (counts.get(statusKey(entry, row.httpStatus?.plain)) ?? 0) <= 1;
    const score = scorePair(row, entry, { ...about, statusUnique });
    if (score.value > best.value) best = score;
  }
  return best;
}

function decisionFor(
  row: Entry,
  known: AlignedCase,
  decisions: Decision[],
): Decision['decision'] | undefined {
  const name = rowName(row);
  return decisions.find(
    ({ rows }) =>
      rows.includes(name) && known.entries.some((entry) => rows.includes(rowName(entry))),
  )?.decision;
}

/** The name of a row in decisions: `variant:line`. */
export function rowName(entry: Entry): string {
  return `${entry.variant}:${entry.place.line}`;
}

function matchOf(known: AlignedCase, row: Entry, score: Score): AlignedCase['match'] {
  if (score.because.includes('decided') || known.match === 'decided') return 'decided';
  const same = known.entries.every((entry) => sayTheSame(entry, row));
  return same && known.match !== 'likely' ? 'same' : 'likely';
}
