/** Word diffs for people: English by words, Chinese by the words that ICU sees. */
import { diffArrays } from 'diff';
import type { DiffRun } from '../../../src/model/difference.ts';
import { splitTokens } from '../../../src/text/split-tokens.ts';

/** Above this edit distance (in tokens) a diff says nothing to a reader and costs too much. */
const maxEditLength = 400;

/**
 * Diff two texts by words.
 *
 * Kept and deleted runs concatenate to `before`, kept and inserted ones to `after`, character by
 * character. A space between two replaced words joins them, so that a reworded phrase is one
 * deletion and one insertion. Texts further apart than 400 tokens are shown as replaced whole
 * between what they begin and end with: time stays linear in their length.
 *
 * @example diffWords('a b', 'a c') // => [['=', 'a '], ['-', 'b'], ['+', 'c']]
 */
export function diffWords(before: string, after: string): DiffRun[] {
  const left = splitTokens(before);
  const right = splitTokens(after);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end++;
  const middleLeft = left.slice(start, left.length - end);
  const middleRight = right.slice(start, right.length - end);
  const runs: DiffRun[] = [['=', left.slice(0, start).join('')]];
  const changes = diffArrays(middleLeft, middleRight, { maxEditLength });
  if (changes) {
    for (const change of changes)
      runs.push([change.added ? '+' : change.removed ? '-' : '=', change.value.join('')]);
  } else runs.push(['-', middleLeft.join('')], ['+', middleRight.join('')]);
  runs.push(['=', left.slice(left.length - end).join('')]);
  return joinRuns(runs);
}

/** Join neighbouring runs of one sort, and changes that white space alone keeps apart. */
function joinRuns(runs: DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = [];
  let deleted = '';
  let inserted = '';
  const flush = () => {
    if (deleted) joined.push(['-', deleted]);
    if (inserted) joined.push(['+', inserted]);
    deleted = '';
    inserted = '';
  };
  runs.forEach(([sort, text], index) => {
    if (text === '') return;
    if (sort === '-') deleted += text;
    else if (sort === '+') inserted += text;
    else if (
      /^\s+$/u.test(text) &&
      deleted &&
      inserted &&
      runs[index + 1]?.[0] !== '=' &&
      runs[index + 1]?.[1]
    ) {
      deleted += text;
      inserted += text;
    } else {
      flush();
      const last = joined.at(-1);
      if (last?.[0] === '=') last[1] += text;
      else joined.push(['=', text]);
    }
  });
  flush();
  return joined;
}
