/** Which codes stand near a code: before and after it, with the same message or HTTP status. */
import type { Code } from '../model/case.ts';
import { memoize } from './memoize.ts';
import { caseLabel, codesOf } from './site.ts';

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

/** A neighbour with its place in the catalog and the place of its case among its cases. */
interface Placed extends Neighbour {
  at: number;
  caseAt: number;
}

interface CatalogIndex {
  positions: Map<string, number>;
  byMessage: Map<string, Placed[]>;
  byStatus: Map<string, Placed[]>;
}

const limit = 8;

/** The codes before and after a code in its catalog. */
export async function besides(code: Code): Promise<{ previous?: Code; next?: Code }> {
  const codes = await codesOf(code.catalog);
  const at = (await indexOf(code.catalog)).positions.get(code.code);
  // A retired code stands in no row.
  if (at === undefined) return {};
  const [previous, next] = [codes[at - 1], codes[at + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Codes with a case whose message is that of one of the code's cases, punctuation aside. */
export async function withSameMessage(code: Code): Promise<Neighbours> {
  const { byMessage } = await indexOf(code.catalog);
  const messages = [...new Set(code.cases.map((item) => fold(caseLabel(item).title)))];
  return firstOf(
    code,
    messages.map((message) => byMessage.get(message) ?? []),
  );
}

/** Codes with a case of an HTTP status. */
export async function withStatus(code: Code, status: string): Promise<Neighbours> {
  const { byStatus } = await indexOf(code.catalog);
  return firstOf(code, [byStatus.get(status) ?? []]);
}

const indexOf = memoize(async (catalog: string): Promise<CatalogIndex> => {
  const codes = await codesOf(catalog);
  const index: CatalogIndex = {
    positions: new Map(codes.map((code, at) => [code.code, at])),
    byMessage: new Map(),
    byStatus: new Map(),
  };
  for (const [at, code] of codes.entries()) {
    for (const [caseAt, item] of code.cases.entries()) {
      const { status, title } = caseLabel(item);
      const placed = { code, anchor: code.cases.length > 1 ? item.id : undefined, at, caseAt };
      add(index.byMessage, fold(title), placed);
      if (status) add(index.byStatus, status, placed);
    }
  }
  return index;
});

/** Adds a case; of several cases of one code the first stands for all. */
function add(groups: Map<string, Placed[]>, key: string, placed: Placed): void {
  const group = groups.get(key);
  if (!group) groups.set(key, [placed]);
  else if (group.at(-1)?.code !== placed.code) group.push(placed);
}

function firstOf(code: Code, groups: Placed[][]): Neighbours {
  const group = groups.length === 1 ? (groups[0] ?? []) : join(groups);
  // A group holds the code itself, once, unless it is retired; of the others no more are looked at than are shown.
  const shown = group
    .slice(0, limit + 1)
    .filter((placed) => placed.code.code !== code.code)
    .slice(0, limit);
  return { shown, more: group.length - (code.retired ? 0 : 1) - shown.length };
}

/** Several groups as one, in the order of the catalog, each code once with the first of its cases. */
function join(groups: Placed[][]): Placed[] {
  const first = new Map<number, Placed>();
  for (const placed of groups.flat()) {
    const known = first.get(placed.at);
    if (!known || placed.caseAt < known.caseAt) first.set(placed.at, placed);
  }
  return [...first.values()].sort((a, b) => a.at - b.at);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}
