/** Which codes are near a code: before and after it, with the same message or HTTP status. */

import type { Code } from '../model/case.ts';
import { caseLabel } from '../model/case-label.ts';
import { foldText } from '../text/fold.ts';
import { memoize } from './memoize.ts';
import { codesOf } from './queries.ts';

/** A code, and the case meant if it has several. */
export interface Neighbour {
  code: Code;
  anchor: string | undefined;
}

/** The first few of a group, and how many more there are. */
export interface Neighbours {
  shown: Neighbour[];
  more: number;
}

/** A neighbour with its position in the catalog. */
interface Placed extends Neighbour {
  at: number;
}

const limit = 8;

const indexOf = memoize((catalog: string) => {
  const codes = codesOf(catalog);
  const cases = codes.flatMap((code, at) =>
    code.cases.map((item) => {
      const { status, title } = caseLabel(item);
      const anchor = code.cases.length > 1 ? item.id : undefined;
      return { code, anchor, at, status, message: foldText(title) };
    }),
  );
  return {
    positions: new Map(codes.map((code, at) => [code.code, at])),
    byMessage: groupBy(cases, ({ message }) => message),
    byStatus: groupBy(cases, ({ status }) => status),
  };
});

/** Groups cases; of several cases of one code the first represents all. */
function groupBy<Item extends Placed, Key>(items: Item[], keyOf: (item: Item) => Key) {
  const groups = [...Map.groupBy(items, keyOf)];
  return new Map<Key, Placed[]>(
    groups.map(([key, group]) => [key, group.filter(({ code }, i) => group[i - 1]?.code !== code)]),
  );
}

/** Returns the codes before and after a code in its catalog; none for a retired code. */
export function besides(code: Code): { previous?: Code; next?: Code } {
  const codes = codesOf(code.catalog);
  const at = indexOf(code.catalog).positions.get(code.code);
  if (at === undefined) return {};
  const [previous, next] = [codes[at - 1], codes[at + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Returns the codes with a case whose message is that of one of the code's cases, punctuation aside. */
export function withSameMessage(code: Code): Neighbours {
  const { byMessage } = indexOf(code.catalog);
  const messages = new Set(code.cases.map((item) => foldText(caseLabel(item).title)));
  return firstOf(
    code,
    [...messages].map((message) => byMessage.get(message) ?? []),
  );
}

/** Returns the codes with a case of an HTTP status. */
export function withStatus(code: Code, status: string): Neighbours {
  const { byStatus } = indexOf(code.catalog);
  return firstOf(code, [byStatus.get(status) ?? []]);
}

function firstOf(code: Code, groups: Placed[][]): Neighbours {
  const [only = []] = groups;
  const group = groups.length === 1 ? only : join(groups);
  // A group contains the code itself, once, unless it is retired.
  const shown = group
    .slice(0, limit + 1)
    .filter((placed) => placed.code.code !== code.code)
    .slice(0, limit);
  return { shown, more: group.length - (code.retired ? 0 : 1) - shown.length };
}

/** Several groups as one, in the order of the catalog, each code once with the first of its cases. */
function join(groups: Placed[][]): Placed[] {
  const rank = ({ code, anchor }: Placed) => code.cases.findIndex(({ id }) => id === anchor);
  const sorted = groups.flat().sort((a, b) => a.at - b.at || rank(a) - rank(b));
  return sorted.filter(({ at }, i) => sorted[i - 1]?.at !== at);
}
