/** What speaks for each case, and how much. */
import type { StatusMention } from './find-statuses.ts';
import type { FoundPhrase } from './judge-phrase.ts';
import type { Phrase } from './phrases.ts';
import type { PreparedIndex } from './prepare-index.ts';
import type { Evidence } from './read-evidence.ts';
import type { Similarity } from './similarity.ts';
import { points, statusWeights, thresholds } from './tuning.ts';

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
      const known = of(item)[key];
      if (!known || pointsOfPhrase(found, item, index) > pointsOfPhrase(known, item, index)) {
        of(item)[key] = found;
      }
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

function addStatuses({ statuses, index }: Evidence, of: (item: number) => CaseEvidence): void {
  for (const mention of statuses) {
    for (const item of index.byStatus.get(mention.status) ?? []) {
      const earlier = index.cases[item]?.statuses[0] !== mention.status;
      const weight = mention.weight * (earlier ? statusWeights.earlier : 1);
      const known = of(item).status;
      if (!known || weight > known.weight) of(item).status = { ...mention, weight, earlier };
    }
  }
}

function scoreCase(evidence: CaseEvidence, index: PreparedIndex): number {
  const { case: item, message, text, similarity, status } = evidence;
  const ofMessage = message ? pointsOfPhrase(message, item, index) : 0;
  const ofText = text ? pointsOfPhrase(text, item, index) : 0;
  const phrase = Math.max(ofMessage, ofText);
  // A phrase is similar to itself, so similarity counts where it adds something.
  const similar = similarity ? pointsOfSimilarity(similarity, index) : 0;
  const texts = Math.max(phrase, similar) + 0.1 * Math.min(phrase, similar);
  return texts + points.status * (status?.weight ?? 0);
}

function pointsOfSimilarity({ score, inOrder, phrase }: Similarity, index: PreparedIndex): number {
  if (score < thresholds.similar) return 0;
  // A long phrase that is complete, but for a typo, counts even in a line with many other words.
  const found = index.phrases[phrase];
  const length = found?.length ?? 0;
  const whole = found && length >= 4 && inOrder >= 0.8 ? inOrder * rarityOf(found) : 0;
  const words = points.perWord * Math.min(points.maxWords, length);
  return Math.max(points.similar * score, whole * (0.9 * points.similar + words));
}

/** "Contact technical support" is the solution of many cases, and tells little. */
function rarityOf({ field, cases }: Phrase): number {
  return field === 'solution' ? Math.min(1, thresholds.rareSolution / cases.length) : 1;
}

function pointsOfPhrase(
  { phrase: at, certainty }: FoundPhrase,
  item: number,
  index: PreparedIndex,
): number {
  const phrase = index.phrases[at];
  if (!phrase) return 0;
  const kind = phrase.field === 'message' ? points.message : points.text;
  const all = kind[certainty] + points.perWord * Math.min(points.maxWords, phrase.length);
  const earlier = phrase.field === 'message' && !phrase.newest.has(item) ? points.earlier : 0;
  const solution = phrase.field === 'solution' ? points.solution : 0;
  return all * rarityOf(phrase) - earlier - solution;
}
