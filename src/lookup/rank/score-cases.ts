/** What speaks for each case, and how much. */
import type { StatusMention } from '../evidence/find-statuses.ts';
import type { FoundPhrase } from '../evidence/judge-phrase.ts';
import type { Evidence } from '../evidence/read-evidence.ts';
import type { Similarity } from '../evidence/similarity.ts';
import type { PreparedIndex } from '../index/prepare-index.ts';
import { points, statusWeights, thresholds } from '../tuning.ts';

export interface CaseEvidence {
  case: number;
  message?: FoundPhrase;
  text?: FoundPhrase;
  status?: StatusMention & { earlier: boolean };
  similarity?: Similarity;
  score: number;
}

/**
 * Groups the evidence by case and scores it.
 *
 * HTTP status, message and texts add up, so that a status chooses among cases of one message and a
 * message outweighs a status that a proxy changed.
 */
export function scoreCases(evidence: Evidence): Map<number, CaseEvidence> {
  const { index } = evidence;
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
      if (!evidence.isBeside(index.cases[item]?.code ?? -1, found.at)) continue;
      const known = of(item)[key];
      if (pointsOfPhrase(found, index) > pointsOfPhrase(known, index)) of(item)[key] = found;
    }
  }
  for (const similarity of evidence.similarities) {
    const item = of(similarity.case);
    if (similarity.score > (item.similarity?.score ?? 0)) item.similarity = similarity;
  }
  addStatuses(evidence, of);
  for (const item of cases.values()) item.score = scoreCase(item, index);
  return cases;
}

function addStatuses(
  { statuses, index, isBeside }: Evidence,
  of: (item: number) => CaseEvidence,
): void {
  for (const mention of statuses) {
    for (const item of index.byStatus.get(mention.status) ?? []) {
      if (!isBeside(index.cases[item]?.code ?? -1, mention.at)) continue;
      const earlier = index.cases[item]?.statuses[0] !== mention.status;
      const weight = mention.weight * (earlier ? statusWeights.earlier : 1);
      const known = of(item).status;
      if (!known || weight > known.weight) of(item).status = { ...mention, weight, earlier };
    }
  }
}

function scoreCase(
  { message, text, similarity, status }: CaseEvidence,
  index: PreparedIndex,
): number {
  const similar =
    similarity && similarity.score >= thresholds.similar ? points.similar * similarity.score : 0;
  const texts = Math.max(pointsOfPhrase(message, index), pointsOfPhrase(text, index), similar);
  return texts + points.status * (status?.weight ?? 0);
}

/** "Contact technical support" is the solution of many cases, and tells little. */
function pointsOfPhrase(found: FoundPhrase | undefined, index: PreparedIndex): number {
  const phrase = index.phrases[found?.phrase ?? -1];
  if (!found || !phrase) return 0;
  const { field, length, cases } = phrase;
  const kind = field === 'message' ? points.message : points.text;
  const all = kind[found.certainty] + points.perWord * Math.min(points.maxWords, length);
  return field === 'solution' ? all * Math.min(1, thresholds.rareSolution / cases.length) : all;
}
