import type { Case } from '../model.ts';
import { anchorOf } from './anchor.ts';
import type { AlignedCase } from './cases.ts';

/** What `permalinks.json` recorded of a code: each case's id, and the anchors that lead to it. */
export type RecordedCases = Record<string, string[]>;

/**
 * Give each case its id and anchors.
 *
 * A recorded case keeps its id for ever. A case holds the anchor of every wording that a document
 * ever used for it; when a recorded case splits, each anchor stays with the part that holds its
 * wording, and when cases merge, the merged one keeps all anchors.
 *
 * @param cases Cases of one code, newest variant's order first.
 * @param recorded What was issued for this code before; empty for a new code.
 * @returns The cases with ids, and recorded anchors that no case holds any more.
 */
export function identifyCases(
  cases: AlignedCase[],
  recorded: RecordedCases,
): { cases: Case[]; lost: { id: string; anchor: string }[] } {
  const holders = new Map<string, number>();
  const wordings = cases.map((aligned) => [
    ...new Set(aligned.entries.map(anchorOf).filter((anchor) => anchor !== undefined)),
  ]);
  for (const [index, anchors] of wordings.entries()) {
    for (const anchor of anchors) if (!holders.has(anchor)) holders.set(anchor, index);
  }
  const ids = new Array<string | undefined>(cases.length).fill(undefined);
  const kept = cases.map(() => new Set<string>());
  const lost: { id: string; anchor: string }[] = [];
  for (const [id, anchors] of Object.entries(recorded)) {
    // Anchors made up for the lack of a wording (`case-1`, `…-2`) follow the others of their case.
    const owner =
      [id, ...anchors]
        .map((anchor) => holders.get(anchor))
        .find((holder) => holder !== undefined) ?? numbered(id, ids, cases);
    for (const anchor of [id, ...anchors]) {
      const holder = holders.get(anchor) ?? owner;
      if (holder === undefined) lost.push({ id, anchor });
      else kept[holder]?.add(anchor);
    }
    if (owner !== undefined && (holders.get(id) ?? owner) === owner) ids[owner] ??= id;
  }
  const taken = new Set([...ids.filter((id) => id !== undefined), ...Object.keys(recorded)]);
  const identified = cases.map((aligned, index): Case => {
    const own = wordings[index]?.filter((anchor) => holders.get(anchor) === index) ?? [];
    const id = ids[index] ?? newId(wordings[index]?.[0] ?? `case-${index + 1}`, taken);
    taken.add(id);
    const anchors = [...new Set([id, ...own, ...(kept[index] ?? [])])];
    return {
      id,
      anchors,
      match: aligned.match,
      because: aligned.because,
      entries: aligned.entries,
    };
  });
  return { cases: identified, lost };
}

/** `case-n` has no wording to go by: it stays at its position among the cases without wording. */
function numbered(
  id: string,
  ids: (string | undefined)[],
  cases: AlignedCase[],
): number | undefined {
  const position = /^case-(\d+)$/.exec(id)?.[1];
  if (position === undefined) return undefined;
  const index = Number(position) - 1;
  const free = cases[index] !== undefined && ids[index] === undefined;
  return free && cases[index]?.entries.every((entry) => anchorOf(entry) === undefined)
    ? index
    : undefined;
}

function newId(anchor: string, taken: Set<string>): string {
  let id = anchor;
  for (let n = 2; taken.has(id); n += 1) id = `${anchor}-${n}`;
  return id;
}
