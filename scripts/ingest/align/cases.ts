import type { Entry } from '../../../src/model/entry.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { rowKey } from '../normalise/row-key.ts';
import { bestAssignment } from './assignment.ts';
import { collectFacts, type RowFacts } from './row-facts.ts';
import { type Score, sayTheSame, scorePair, threshold } from './score.ts';

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
 * A code with more rows in a document is aligned in blocks of so many rows, one after the other,
 * because scoring is quadratic and assigning cubic in the number of rows.
 */
const maxRows = 100;

/**
 * Matches the rows of one code across variants into cases.
 *
 * Each pair of rows is scored by all their columns and by their order, and the best total wins. A
 * row that fits no case starts one of its own. Rows of one variant never share a case, unless all
 * their columns are the same word for word.
 *
 * @param entries Rows of one code from every variant, newest variant first, in source order.
 * @param decisions Editors' decisions about these rows; they overrule every score.
 * @param lexicon Translates between rows in different languages.
 * @returns Cases, newest variant's order first; every entry in exactly one.
 * @example alignCases([en502, zh503]).length // => 1: one case, a status difference
 */
export function alignCases(
  entries: Entry[],
  decisions: Decision[] = [],
  lexicon: Lexicon = new Map(),
): AlignedCase[] {
  const cases: (AlignedCase & { rows: RowFacts[] })[] = [];
  for (const own of Map.groupBy(entries, (entry) => entry.variant).values()) {
    const repeats = Map.groupBy(own, rowKey);
    const rows = collectFacts([...repeats.values()].flatMap(([first]) => first ?? []));
    const before = [...cases];
    for (let start = 0; start < rows.length; start += maxRows) {
      const block = rows.slice(start, start + maxRows);
      const known = before.slice(start, start + maxRows);
      const scores = block.map((row) =>
        known.map((item) => scoreCase(row, item, decisions, lexicon)),
      );
      const chosen = bestAssignment(
        scores.map((line) => line.map((score) => Math.max(0, score.value - threshold + 1e-6))),
      );
      const left = findLeft(scores, chosen);
      for (const [index, row] of block.entries()) {
        const isLeft = left?.row === index;
        const at = isLeft ? left.item : (chosen[index] ?? -1);
        const fit = known[at];
        const score = isLeft
          ? { value: threshold, because: ['only row left'] }
          : scores[index]?.[at];
        const same = repeats.get(rowKey(row.entry)) ?? [];
        if (fit !== undefined && score !== undefined && score.value >= threshold) {
          fit.match = matchOf(fit, row.entry, score);
          fit.because = commonReasons(fit.because, score.because);
          fit.entries.push(...same);
          fit.rows.push(row);
        } else cases.push({ entries: [...same], match: 'only', because: [], rows: [row] });
      }
    }
  }
  return cases.map(({ rows: _, ...item }) => item);
}

/**
 * Returns the only row and the only case that are left, if both documents have as many and nothing speaks against the
 * pair; undefined where a code has one row in each.
 */
function findLeft(
  scores: readonly Score[][],
  chosen: readonly number[],
): { row: number; item: number } | undefined {
  const count = scores[0]?.length ?? 0;
  if (count < 2 || count !== scores.length) return undefined;
  const isFit = (row: number) => (scores[row]?.[chosen[row] ?? -1]?.value ?? -1) >= threshold;
  const rows = scores.flatMap((_, row) => (isFit(row) ? [] : [row]));
  const taken = new Set(scores.flatMap((_, row) => (isFit(row) ? [chosen[row]] : [])));
  const items = Array.from({ length: count }, (_, item) => item).filter((item) => !taken.has(item));
  const [row = -1, item = -1] = [rows[0], items[0]];
  const isOpen = (scores[row]?.[item]?.value ?? -1) >= 0;
  return rows.length === 1 && items.length === 1 && isOpen ? { row, item } : undefined;
}

/** The reasons for all rows of a case; the new ones where no reason is common to all. */
function commonReasons(known: string[], added: string[]): string[] {
  const kindOf = (reason: string) => reason.split(':')[0];
  const common = known.filter((reason) => added.some((other) => kindOf(other) === kindOf(reason)));
  return common.length > 0 ? common : added;
}

/** A row fits a case as well as it fits the best fitting row of the case. */
function scoreCase(
  row: RowFacts,
  known: { entries: Entry[]; rows: RowFacts[] },
  decisions: Decision[],
  lexicon: Lexicon,
): Score {
  const decided = decisionFor(row.entry, known, decisions);
  if (decided === 'same') return { value: 1000, because: ['decided'] };
  if (decided === 'different') return { value: -1000, because: [] };
  const scores = known.rows.map((other) => ({ other, score: scorePair(row, other, lexicon) }));
  const best = bestOf(scores.map(({ score }) => score));
  // A row that says something else than another one in its language is not that of a translation of the other one.
  const inLanguage = scores.filter(({ other }) => langOf(other) === langOf(row));
  const own = bestOf(inLanguage.map(({ score }) => score));
  const isWeak = best.because.every((reason) => reason === 'only row' || reason === 'order');
  return inLanguage.length > 0 && own.value < threshold && isWeak ? own : best;
}

const bestOf = (scores: readonly Score[]): Score =>
  scores.reduce((best, score) => (score.value > best.value ? score : best), {
    value: Number.NEGATIVE_INFINITY,
    because: [],
  });

const langOf = ({ entry: { message, description } }: RowFacts) => (message ?? description)?.lang;

function decisionFor(
  row: Entry,
  known: { entries: Entry[] },
  decisions: Decision[],
): Decision['decision'] | undefined {
  const name = rowName(row);
  return decisions.find(
    ({ rows }) =>
      rows.includes(name) && known.entries.some((entry) => rows.includes(rowName(entry))),
  )?.decision;
}

/** The name of a row in decisions: `variant:line`, or `variant/page:line` among several files. */
export function rowName({ variant, place }: Entry): string {
  const document = place.page === undefined ? variant : `${variant}/${place.page}`;
  return `${document}:${place.line}`;
}

function matchOf(known: AlignedCase, row: Entry, score: Score): AlignedCase['match'] {
  if (score.because.includes('decided') || known.match === 'decided') return 'decided';
  const same = known.entries.every((entry) => sayTheSame(entry, row));
  return same && known.match !== 'likely' ? 'same' : 'likely';
}
