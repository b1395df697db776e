/** Evidence → codes in order, each with its case and how sure it is. */
import type { CodeMention } from './mention-list.ts';
import type { Phrase } from './phrases.ts';
import { aliasKey, type PreparedIndex } from './prepare-index.ts';
import type { Evidence } from './read-evidence.ts';
import type { Match } from './result.ts';
import { type CaseEvidence, scoreCases } from './score-cases.ts';
import type { Likeness } from './similarity.ts';

/** A code with what speaks for it. */
export interface RankedCode {
  code: number;
  mention?: CodeMention;
  /** Evidence for the case that fits best; unless it is `decided`, others fit as well. */
  best?: CaseEvidence;
  decided: boolean;
  match: Match;
  score: number;
}

/** How much it counts that a code is named; beside the points of `score-cases.ts`. */
const points = {
  named: { exact: 100, likely: 55, guess: 8 },
  inField: 6,
  bareStatus: 20,
};

const sureness = { exact: 2, likely: 1, guess: 0 };

/** Below this nothing is near; and a guess is worth showing if it is not far behind the best. */
const leastScore = 5;
const leastShare = 0.3;

/** A case is decided when it is ahead of all others by so much. */
const lead = 1.5;

/**
 * Rank the codes that a text may be about.
 *
 * @returns The best first; equal ones in the order of the index.
 */
export function rankCodes(evidence: Evidence, index: PreparedIndex): RankedCode[] {
  const cases = scoreCases(evidence, index);
  const mentions = bestMentions(evidence.mentions);
  const codes = new Set(mentions.keys());
  for (const item of cases.keys()) codes.add(index.cases[item]?.code ?? 0);
  const named = evidence.mentions.some(({ match }) => match === 'exact');
  const ranked = [...codes].map((code): RankedCode => {
    const mention = mentions.get(code);
    const item = mention && index.aliasCases.get(aliasKey(code, mention.spelled));
    const { best, decided } = decideCase(
      item === undefined ? (index.codes[code]?.cases ?? []) : [item],
      cases,
    );
    const bare = evidence.bareStatus && best?.status ? points.bareStatus : 0;
    const score = (mention ? pointsOf(mention) : 0) + (best?.score ?? 0) + bare;
    const match = judge(mention, best, evidence, index, named);
    return { code, ...(mention && { mention }), ...(best && { best }), decided, match, score };
  });
  ranked.sort(
    (a, b) => sureness[b.match] - sureness[a.match] || b.score - a.score || a.code - b.code,
  );
  const least = Math.max(leastScore, leastShare * (ranked[0]?.score ?? 0));
  return ranked.filter(({ match, best, score }) => {
    if (match !== 'guess') return true;
    return named ? best?.message !== undefined : score >= least;
  });
}

function bestMentions(all: readonly CodeMention[]): Map<number, CodeMention> {
  const mentions = new Map<number, CodeMention>();
  for (const mention of all) {
    const known = mentions.get(mention.code);
    if (!known || pointsOf(mention) > pointsOf(known)) mentions.set(mention.code, mention);
  }
  return mentions;
}

function pointsOf({ match, where }: CodeMention): number {
  return points.named[match] + (where === 'text' ? 0 : points.inField);
}

function decideCase(items: readonly number[], cases: ReadonlyMap<number, CaseEvidence>) {
  const own = items.map((item): CaseEvidence => cases.get(item) ?? { case: item, score: 0 });
  own.sort((a, b) => b.score - a.score || a.case - b.case);
  const [best, second] = own;
  const decided = best !== undefined && (!second || best.score >= second.score + lead);
  return { best, decided };
}

function judge(
  mention: CodeMention | undefined,
  best: CaseEvidence | undefined,
  evidence: Evidence,
  index: PreparedIndex,
  named: boolean,
): Match {
  if (mention?.match === 'exact') return 'exact';
  const foreign = evidence.foreign.length > 0;
  const { message, text, status, likeness } = best ?? {};
  if (message?.standing === 'sure') {
    if (!foreign && !named) return 'exact';
    // Another code is named: only a message that no other service would send speaks for this one.
    return (index.phrases[message.phrase]?.length ?? 0) >= 5 ? 'likely' : 'guess';
  }
  if (foreign) return 'guess';
  if (mention?.match === 'likely') return 'likely';
  if (named) return 'guess';
  const begun = message?.how === 'prefix' && message.share >= 0.6;
  const likely =
    (status && evidence.bareStatus) ||
    (message?.standing === 'fair' && (status || begun)) ||
    (mention && status && status.weight >= 0.6) ||
    (text?.standing === 'sure' && saysEnough(index.phrases[text.phrase])) ||
    isMuchAlike(likeness, index);
  return likely ? 'likely' : 'guess';
}

/** "Please try again later", 余额不足: advice that every service gives says nothing. */
function saysEnough(phrase: Phrase | undefined): boolean {
  if (phrase?.field !== 'solution') return true;
  return phrase.cases.length <= 2 && phrase.length >= 5;
}

/** Nearly the whole of a phrase stands together in the text, and the text is mostly that. */
function isMuchAlike(likeness: Likeness | undefined, index: PreparedIndex): boolean {
  const phrase = index.phrases[likeness?.phrase ?? -1];
  if (!likeness || !phrase || phrase.field === 'code' || !saysEnough(phrase)) return false;
  return likeness.together >= 0.9 && likeness.covered >= (phrase.length >= 3 ? 0.6 : 0.75);
}
