import type { Case } from '../../../src/model/case.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { own } from '../../../src/model/own.ts';
import { anchorOf } from './anchor.ts';
import { bestAssignment } from './assignment.ts';
import type { AlignedCase } from './cases.ts';
import {
  certain,
  countSame,
  type RecordedCase,
  sharedWordings,
  weighEvidence,
} from './evidence.ts';

/** What is known of a code's permalinks: what was issued, and what editors decided about it. */
export interface RecordedCode {
  /** Each case's id with the other anchors that lead to it, in the order they were issued. */
  cases: Readonly<Record<string, string[]>>;
  /** The last known rows of each case. */
  last: Readonly<Record<string, Entry[]>>;
  /** Editors' aliases: anchor → id of the case that it leads to. */
  aliases: Readonly<Record<string, string>>;
  /** Ids of cases that editors have retired. */
  retired: ReadonlySet<string>;
}

export const nothingRecorded: RecordedCode = {
  cases: {},
  last: {},
  aliases: {},
  retired: new Set(),
};

/** Cases with their ids, and what no case holds any more. */
export interface Identified {
  cases: Case[];
  /** Recorded anchors that lead nowhere, with the id of the case they were recorded for. */
  lost: { id: string; anchor: string }[];
  /** Anchors of each retired case that no other case holds, the id first. */
  retired: Record<string, string[]>;
  /** Retired ids whose wording is in a document again. */
  back: string[];
}

/**
 * Give each case its id and anchors.
 *
 * A recorded case keeps its id for ever, and a case holds the anchor of every wording that a
 * document ever used for it. When a recorded case splits, each anchor goes with the part that holds
 * its wording; when cases merge, the merged one keeps the anchors of all; a row that comes back
 * takes its id back. Which case a recorded one has become is an assignment over all of them, since
 * two cases may share a wording (`…-2`) or have none at all (`case-1`).
 *
 * @param cases Cases of one code, newest variant's order first.
 */
export function identifyCases(
  cases: AlignedCase[],
  recorded: RecordedCode = nothingRecorded,
): Identified {
  const wordings = cases.map(({ entries }) => [
    ...new Set(entries.map(anchorOf).filter((anchor) => anchor !== undefined)),
  ]);
  const known = Object.entries(recorded.cases).map(([id, anchors]) => ({
    id,
    anchors,
    last: own(recorded.last, id) ?? [],
  }));
  const kept = known.filter(({ id }) => !recorded.retired.has(id));
  const candidates = known.filter(({ id }) => !Object.hasOwn(recorded.aliases, id));
  const shared = sharedWordings(candidates);
  const evidence = (item: RecordedCase, index: number) =>
    weighEvidence(
      item,
      !shared.has(item.id),
      wordings[index] ?? [],
      cases[index]?.entries ?? [],
      index,
    );
  // A retired case is back when it would get a case by more than likeness.
  const all = assignOwners(candidates, cases.length, (item, index) =>
    recorded.retired.has(item.id) && evidence(item, index) < certain ? 0 : evidence(item, index),
  );
  const back = [...recorded.retired].filter((id) => all.has(id));
  const owners = assignOwners(
    candidates.filter(({ id }) => !recorded.retired.has(id)),
    cases.length,
    evidence,
  );
  const leads = new Map<string, number>(owners);
  const lost: { id: string; anchor: string }[] = [];
  const retired: Record<string, string[]> = {};
  for (const item of known) {
    const owner = recorded.retired.has(item.id)
      ? undefined
      : (owners.get(item.id) ?? heirOf(item, kept, owners, cases, wordings));
    for (const anchor of [item.id, ...item.anchors]) {
      if (leads.has(anchor)) continue;
      const target = holderOf(anchor, wordings, owner) ?? owner;
      if (target !== undefined) leads.set(anchor, target);
      else if (recorded.retired.has(item.id))
        retired[item.id] = [...(own(retired, item.id) ?? []), anchor];
      else if (!(own(recorded.aliases, anchor) ?? own(recorded.aliases, item.id))) {
        lost.push({ id: item.id, anchor });
      }
    }
  }
  for (const [index, anchors] of wordings.entries()) {
    for (const anchor of anchors) if (!leads.has(anchor)) leads.set(anchor, index);
  }
  const ids = nameCases(cases, wordings, owners, leads, retired);
  applyAliases(recorded, ids, leads);
  const identified = cases.map(({ match, because, entries }, index): Case => {
    const id = ids[index] as string;
    const leading = [...leads].filter(([, target]) => target === index).map(([anchor]) => anchor);
    return { id, anchors: [...new Set([id, ...leading])], match, because, entries };
  });
  return { cases: identified, lost, retired, back };
}

/** Which case each recorded id names: every case gets one at most, the best total wins. */
function assignOwners(
  known: RecordedCase[],
  count: number,
  evidence: (item: RecordedCase, index: number) => number,
): Map<string, number> {
  const scores = known.map((item, row) =>
    Array.from({ length: count }, (_, index) => {
      const score = evidence(item, index);
      // Between equals the order in which they were issued decides.
      return score > 0 ? score - 1e-6 * Math.abs(row - index) : 0;
    }),
  );
  const owners = new Map<string, number>();
  for (const [row, index] of bestAssignment(scores).entries()) {
    const item = known[row];
    if (item && index >= 0 && (scores[row]?.[index] ?? 0) > 0) owners.set(item.id, index);
  }
  return owners;
}

/** The case that a recorded case without one of its own was merged into. */
function heirOf(
  item: RecordedCase,
  known: RecordedCase[],
  owners: ReadonlyMap<string, number>,
  cases: AlignedCase[],
  wordings: string[][],
): number | undefined {
  const into = known.find(({ id, anchors }) => owners.has(id) && anchors.includes(item.id));
  if (into) return owners.get(into.id);
  for (const anchor of [item.id, ...item.last.map(anchorOf), ...item.anchors]) {
    const holder = anchor === undefined ? undefined : holderOf(anchor, wordings, undefined);
    if (holder !== undefined) return holder;
  }
  const same = cases.findIndex(({ entries }) => countSame(item.last, entries) > 0);
  return same < 0 ? undefined : same;
}

/** The case with a row of this wording; where several have one, the preferred one of them. */
function holderOf(
  anchor: string,
  wordings: string[][],
  preferred: number | undefined,
): number | undefined {
  if (preferred !== undefined && wordings[preferred]?.includes(anchor)) return preferred;
  const index = wordings.findIndex((own) => own.includes(anchor));
  return index < 0 ? undefined : index;
}

/** Recorded ids stay; a new case is named by its first wording that leads to it. */
function nameCases(
  cases: AlignedCase[],
  wordings: string[][],
  owners: ReadonlyMap<string, number>,
  leads: Map<string, number>,
  retired: Record<string, string[]>,
): string[] {
  const ids = new Map([...owners].map(([id, index]) => [index, id]));
  const taken = new Set([...leads.keys(), ...Object.values(retired).flat()]);
  return cases.map((_, index) => {
    const own = ids.get(index) ?? wordings[index]?.find((anchor) => leads.get(anchor) === index);
    const id = own ?? freeName(wordings[index]?.[0], index, taken);
    taken.add(id);
    leads.set(id, index);
    return id;
  });
}

function freeName(wording: string | undefined, index: number, taken: ReadonlySet<string>): string {
  const name = (n: number) => (wording === undefined ? `case-${index + n}` : `${wording}-${n + 1}`);
  let n = 1;
  while (taken.has(name(n))) n += 1;
  return name(n);
}

/** An alias of a case's id takes the other anchors of that case along, unless a document has them. */
function applyAliases(recorded: RecordedCode, ids: string[], leads: Map<string, number>): void {
  for (const [anchor, id] of Object.entries(recorded.aliases)) {
    const target = ids.includes(id) ? ids.indexOf(id) : leads.get(id);
    if (target === undefined) continue;
    leads.set(anchor, target);
    for (const other of own(recorded.cases, anchor) ?? []) {
      if (!leads.has(other)) leads.set(other, target);
    }
  }
}
