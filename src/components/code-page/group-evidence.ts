import type { Difference } from '../../model/difference.ts';
import { ratingOf, ratings } from '../../model/terms.ts';

/** The same disagreement between one or more pairs of documents, as one row shows it. */
export interface Disagreement {
  /** The pair that is shown; the others say the same. */
  difference: Difference;
  /** Ids of the variants that have the left text, and of those that have the right one. */
  sides: { left: string[]; right: string[] };
  fingerprints: string[];
}

/**
 * Join differences that set the same two texts of a field against each other: when a document drops
 * a full stop and the next one restores it, a reader needs to see the two spellings once.
 *
 * @param differences Those of one case; presence is shown elsewhere and must not be among them.
 */
export function groupDifferences(differences: Difference[]): Disagreement[] {
  const groups = new Map<string, Disagreement>();
  for (const difference of differences) {
    const { before, after, field, left, right } = difference;
    const known =
      before !== undefined && after !== undefined && !difference.acknowledged
        ? JSON.stringify([field, ratingOf(difference), [before, after].sort()])
        : difference.fingerprint;
    const group = groups.get(known);
    if (group === undefined) {
      groups.set(known, {
        difference,
        sides: { left: [left], right: [right] },
        fingerprints: [difference.fingerprint],
      });
      continue;
    }
    const turned = before !== group.difference.before;
    addOnce(group.sides.left, turned ? right : left);
    addOnce(group.sides.right, turned ? left : right);
    group.fingerprints.push(difference.fingerprint);
  }
  return [...groups.values()];
}

/** The parts of the evidence; changes are between revisions of one document. */
export const evidenceParts = [
  'contradictions',
  'changes',
  'differences',
  'drift',
  'acknowledged',
] as const;
type EvidencePart = (typeof evidenceParts)[number];
type EvidenceGroups = Record<EvidencePart, Disagreement[]>;

/** Sorts the differences of a case into groups, the worst of each group first. */
export function groupEvidence(differences: readonly Difference[]): EvidenceGroups {
  const ordered = ratings.flatMap((rating) =>
    differences.filter((difference) => ratingOf(difference) === rating),
  );
  const groups = Map.groupBy(groupDifferences(ordered), partOf);
  const filled = evidenceParts.map((part) => [part, groups.get(part) ?? []]);
  return Object.fromEntries(filled) as EvidenceGroups;
}

function partOf({ difference }: Disagreement): EvidencePart {
  if (difference.acknowledged) return 'acknowledged';
  const rating = ratingOf(difference);
  if (rating === 'contradiction') return 'contradictions';
  if (rating === 'drift') return 'drift';
  return difference.relation === 'revision' ? 'changes' : 'differences';
}

/** What the folded evidence counts. */
type Counted = 'contradictions' | 'changes' | 'differences' | 'drift' | 'wording' | 'typography';

/** Returns what the line above the evidence counts: wording and formatting only if there is no more. */
export function countEvidence(groups: EvidenceGroups): [Counted, number][] {
  const isMinor = ({ difference: { severity } }: Disagreement) =>
    severity === 'wording' || severity === 'typography';
  const major = (['contradictions', 'changes', 'differences', 'drift'] as const)
    .map((name): [Counted, number] => [
      name,
      groups[name].filter((group) => name === 'drift' || !isMinor(group)).length,
    ])
    .filter(([, count]) => count > 0);
  if (major.length > 0) return major;
  const minor = [...groups.changes, ...groups.differences];
  for (const severity of ['wording', 'typography'] as const) {
    const count = minor.filter(({ difference }) => difference.severity === severity).length;
    if (count > 0) return [[severity, count]];
  }
  return [];
}

function addOnce(ids: string[], id: string): void {
  if (!ids.includes(id)) ids.push(id);
}
