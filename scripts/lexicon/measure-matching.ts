/** How well rows of one code are matched between languages: order and words tune the points of score.ts. */
import type { Entry } from '../../src/model/entry.ts';
import { alignCases } from '../ingest/align/cases.ts';
import { learnLexicon } from '../ingest/lexicon/learn-lexicon.ts';
import type { Lexicon } from '../ingest/lexicon/lexicon.ts';
import { pairFields, type RowPair } from '../ingest/lexicon/text-pairs.ts';
import { rowKey } from '../ingest/normalise/row-key.ts';
import type { FolderPairs } from './read-corpus.ts';

/** Which rows of three the Chinese document has, in its order. */
const orders = {
  'same order': [0, 1, 2],
  reversed: [2, 1, 0],
  'one of three missing': [0, 2],
  'two of three missing': [2],
};

/** Pairs of rows that belong together, that were matched, and that were matched rightly. */
export interface Matching {
  order: string;
  wanted: number;
  matched: number;
  right: number;
}

/** At most so many codes of a folder are tried, so that none outweighs the others. */
const maxCodes = 100;

/**
 * Puts neighbouring codes of a document together by threes as if they were rows of one code, and
 * counts how many rows find the translation that they had. The lexicon is learned from folders that
 * have no owner in common, and from every other pair of rows of the folder itself.
 */
export function measureMatching(folders: readonly FolderPairs[]): Matching[] {
  const tests = folders.map(({ owners, rows }) => {
    const others = folders.filter((other) => !other.owners.some((owner) => owners.includes(owner)));
    const learned = learnLexicon(others.flatMap(({ pairs }) => pairs));
    const own = rows.filter((_, index) => index % 2 === 0).flatMap(pairFields);
    return { threes: listThrees(rows), lexicon: learnLexicon(own, learned) };
  });
  return Object.entries(orders).map(([order, chosen]) => {
    const sum = { order, wanted: 0, matched: 0, right: 0 };
    for (const { threes, lexicon } of tests) {
      for (const three of threes) {
        const { matched, right } = matchThree(three, chosen, lexicon);
        sum.wanted += chosen.length;
        sum.matched += matched;
        sum.right += right;
      }
    }
    return sum;
  });
}

/** Threes of neighbouring rows; where two are equal word for word, no answer is right. */
function listThrees(rows: readonly RowPair[]): RowPair[][] {
  const threes = Array.from({ length: Math.min(maxCodes, Math.floor(rows.length / 3)) }, (_, n) =>
    rows.slice(3 * n, 3 * n + 3),
  );
  return threes.filter((three) =>
    [0, 1].every((side) => new Set(three.map((pair) => rowKey(pair[side] as Entry))).size === 3),
  );
}

function matchThree(three: RowPair[], chosen: number[], lexicon: Lexicon) {
  const withCode = (row: Entry | undefined) => ({ ...(row as Entry), code: 'X' });
  const english = three.map(([row]) => withCode(row));
  const chinese = chosen.map((index) => withCode(three[index]?.[1]));
  const found = alignCases([...english, ...chinese], [], lexicon).flatMap(({ entries }) => {
    const left = english.findIndex((row) => entries.includes(row));
    const right = chinese.findIndex((row) => entries.includes(row));
    return left >= 0 && right >= 0 ? [chosen[right] === left] : [];
  });
  return { matched: found.length, right: found.filter(Boolean).length };
}
