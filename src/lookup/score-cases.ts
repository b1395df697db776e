/** What speaks for each case, and how much. */
import type { StatusMention } from './find-statuses.ts';
import type { FoundPhrase } from './judge-phrase.ts';
import type { PreparedIndex } from './prepare-index.ts';
import type { Evidence } from './read-evidence.ts';
import type { Likeness } from './similarity.ts';

/** What speaks for one case. */
export interface CaseEvidence {
  case: number;
  message?: FoundPhrase;
  text?: FoundPhrase;
  status?: StatusMention & { earlier: boolean };
  likeness?: Likeness;
  score: number;
}

/** How much each kind of evidence counts. Only the order of magnitude matters. */
const points = {
  message: { sure: 50, fair: 24, weak: 14 },
  text: { sure: 40, fair: 20, weak: 14 },
  perWord: 0.6,
  mostWords: 12,
  /** Taken off for a wording that only an earlier document has, and for a solution. */
  earlier: 1,
  solution: 4,
  likeness: 36,
  status: 10,
};

/** A status that only an earlier document gives. */
const earlierStatus = 0.9;

/** So many named codes are looked at for statuses near them. */
const mostAnchors = 30;

/** A word or two in common say nothing. */
const faintLikeness = 0.25;

/**
 * Gather the evidence by case and weigh it.
 *
 * HTTP status, message and texts add up, so that a status picks among cases of one message and a
 * message outweighs a status that a proxy rewrote.
 */
export function scoreCases(evidence: Evidence, index: PreparedIndex): Map<number, CaseEvidence> {
  const cases = new Map<number, CaseEvidence>();
  const of = (item: number): CaseEvidence => {
    const known = cases.get(item) ?? { case: item, score: 0 };
    cases.set(item, known);
    return known;
  };
  for (const found of evidence.phrases) {
    const phrase = index.phrases[found.phrase];
    const key = phrase?.field === 'message' ? 'message' : 'text';
    for (const item of phrase?.cases ?? []) {
      const known = of(item)[key];
      const better =
        !known || pointsOfPhrase(found, item, index) > pointsOfPhrase(known, item, index);
      if (better) of(item)[key] = found;
    }
  }
  for (const likeness of evidence.likenesses) {
    const item = of(likeness.case);
    if (likeness.score > (item.likeness?.score ?? 0)) item.likeness = likeness;
  }
  addStatuses(evidence, index, of);
  for (const item of cases.values()) item.score = scoreCase(item, index);
  return cases;
}

function addStatuses(
  { mentions, statuses, text }: Evidence,
  index: PreparedIndex,
  of: (item: number) => CaseEvidence,
): void {
  const named = mentions.filter(({ match }) => match === 'exact').slice(0, mostAnchors);
  const anchors = named.map(({ at }) => at);
  for (const mention of statuses) {
    const near = mention.weight * nearness(mention.at, anchors, text.folded);
    for (const item of index.byStatus.get(mention.status) ?? []) {
      const earlier = index.cases[item]?.statuses[0] !== mention.status;
      const weight = earlier ? near * earlierStatus : near;
      const known = of(item).status;
      if (!known || weight > known.weight) of(item).status = { ...mention, weight, earlier };
    }
  }
}

/** What happened at one time stands together in a log. */
function nearness(at: number, anchors: readonly number[], text: string): number {
  if (anchors.length === 0) return 1;
  let closest = Number.POSITIVE_INFINITY;
  let nearest = at;
  for (const anchor of anchors) {
    if (Math.abs(anchor - at) >= closest) continue;
    closest = Math.abs(anchor - at);
    nearest = anchor;
  }
  if (closest >= 400) return closest < 2000 ? 0.5 : 0.3;
  const between = text.slice(Math.min(nearest, at), Math.max(nearest, at));
  return between.includes('\n') ? 0.7 : 1;
}

function scoreCase(evidence: CaseEvidence, index: PreparedIndex): number {
  const { case: item, message, text, likeness, status } = evidence;
  const ofMessage = message ? pointsOfPhrase(message, item, index) : 0;
  const ofText = text ? pointsOfPhrase(text, item, index) : 0;
  const phrase = Math.max(ofMessage, ofText);
  // A phrase is like itself: likeness counts where it says more.
  const like = likeness ? pointsOfLikeness(likeness, index) : 0;
  const said = Math.max(phrase, like) + 0.1 * Math.min(phrase, like);
  return said + points.status * (status?.weight ?? 0);
}

function pointsOfLikeness({ score, together, phrase }: Likeness, index: PreparedIndex): number {
  if (score < faintLikeness) return 0;
  // A long phrase that is all there, but for a typo, counts even in a line that says much else.
  const { length = 0 } = index.phrases[phrase] ?? {};
  const whole = length >= 4 && together >= 0.8 ? together : 0;
  const words = points.perWord * Math.min(points.mostWords, length);
  return Math.max(points.likeness * score, whole * (0.9 * points.likeness + words));
}

function pointsOfPhrase(
  { phrase: at, standing, share }: FoundPhrase,
  item: number,
  index: PreparedIndex,
): number {
  const phrase = index.phrases[at];
  if (!phrase) return 0;
  const kind = phrase.field === 'message' ? points.message : points.text;
  const all = kind[standing] + points.perWord * Math.min(points.mostWords, phrase.length);
  const earlier = phrase.field === 'message' && !phrase.newest.has(item) ? points.earlier : 0;
  const solution = phrase.field === 'solution' ? points.solution : 0;
  return all * (0.5 + 0.5 * share) - earlier - solution;
}
