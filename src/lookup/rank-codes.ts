/** Evidence → codes in order, each with its case and how sure it is. */
import type { Evidence, FoundPhrase } from './read-evidence.ts';
import type { CodeMention } from './find-codes.ts';
import type { StatusMention } from './find-statuses.ts';
import type { Phrase } from './phrase-table.ts';
import type { PreparedIndex } from './prepare-index.ts';
import type { Match } from './result.ts';
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

/** A code with what speaks for it. */
export interface RankedCode {
  code: number;
  mention?: CodeMention;
  /** Evidence for the case that fits best; without `decided` others fit as well. */
  best?: CaseEvidence;
  decided: boolean;
  match: Match;
  score: number;
}

/** How much each kind of evidence counts. Only the order of magnitude matters. */
const points = {
  named: { exact: 100, likely: 55, guess: 8 },
  inField: 6,
  message: { sure: 50, fair: 24, weak: 14 },
  text: { sure: 40, fair: 20, weak: 14 },
  perWord: 0.6,
  /** Taken off for a wording that only an earlier document has, and for a solution. */
  earlier: 1,
  solution: 4,
  likeness: 36,
  status: 10,
  bareStatus: 20,
};

/** A case is decided when it is ahead of all others by so much. */
const lead = 1.5;

/**
 * Rank the codes that a text may be about.
 *
 * @returns The best first; equal ones in the order of the index.
 */
export function rankCodes(evidence: Evidence, index: PreparedIndex): RankedCode[] {
  const cases = gatherCases(evidence, index);
  const mentions = new Map<number, CodeMention>();
  for (const mention of evidence.mentions) {
    const known = mentions.get(mention.code);
    if (!known || pointsOf(mention) > pointsOf(known)) mentions.set(mention.code, mention);
  }
  const codes = new Set([...mentions.keys(), ...[...cases.keys()].map((item) => index.cases[item]?.code ?? 0)]);
  const named = [...mentions.values()].some(({ match }) => match === 'exact');
  const ranked = [...codes].map((code) => rankCode(code, mentions.get(code), cases, evidence, index, named));
  ranked.sort((a, b) => b.score - a.score || a.code - b.code);
  const top = ranked[0];
  return ranked.filter((one) => one === top || isWorthShowing(one, top, named));
}

function pointsOf({ match, where }: CodeMention): number {
  return points.named[match] + (where === 'text' ? 0 : points.inField);
}

function isWorthShowing(one: RankedCode, top: RankedCode | undefined, named: boolean): boolean {
  if (one.match !== 'guess') return true;
  if (named) return one.best?.message !== undefined;
  return one.score >= 0.3 * (top?.score ?? 0);
}

/** All evidence by case. */
function gatherCases(evidence: Evidence, index: PreparedIndex): Map<number, CaseEvidence> {
  const cases = new Map<number, CaseEvidence>();
  const of = (item: number) => {
    const known = cases.get(item);
    if (known) return known;
    const made: CaseEvidence = { case: item, score: 0 };
    cases.set(item, made);
    return made;
  };
  for (const found of evidence.phrases) {
    const phrase = index.phrases[found.phrase];
    for (const item of phrase?.cases ?? []) {
      const key = phrase?.field === 'message' ? 'message' : 'text';
      const known = of(item)[key];
      if (!known || pointsOfPhrase(found, item, index) > pointsOfPhrase(known, item, index)) of(item)[key] = found;
    }
  }
  for (const likeness of evidence.likenesses) {
    const item = of(likeness.case);
    if (likeness.score > (item.likeness?.score ?? 0)) item.likeness = likeness;
  }
  const anchors = evidence.mentions.filter(({ match }) => match === 'exact').map(({ at }) => at);
  for (const mention of evidence.statuses) {
    const weight = mention.weight * nearness(mention.at, anchors, evidence.text.folded);
    (index.byStatus.get(mention.status) ?? []).forEach((item) => {
      const earlier = index.cases[item]?.statuses[0] !== mention.status;
      const own = earlier ? weight * 0.9 : weight;
      const known = of(item).status;
      if (!known || own > known.weight) of(item).status = { ...mention, weight: own, earlier };
    });
  }
  for (const item of cases.values()) item.score = scoreCase(item, index);
  return cases;
}

function scoreCase({ case: item, message, text, likeness, status }: CaseEvidence, index: PreparedIndex): number {
  const phrase = Math.max(
    message ? pointsOfPhrase(message, item, index) : 0,
    text ? pointsOfPhrase(text, item, index) : 0,
  );
  // A phrase is like itself: likeness counts where it says more.
  const together = likeness && likeness.together >= 0.8 ? 0.9 * likeness.together : 0;
  const like = points.likeness * Math.max(likeness?.score ?? 0, together);
  return Math.max(phrase, like) + 0.1 * Math.min(phrase, like) + points.status * (status?.weight ?? 0);
}

function pointsOfPhrase({ phrase, standing, share }: FoundPhrase, item: number, index: PreparedIndex): number {
  const { text, field, latin, han } = index.phrases[phrase] ?? { text: '', field: 'message', latin: 0, han: 0 };
  const kind = field === 'message' ? points.message : points.text;
  const earlier = field === 'message' && index.cases[item]?.messages[0] !== text;
  const less = earlier ? points.earlier : field === 'solution' ? points.solution : 0;
  return (kind[standing] + points.perWord * Math.min(12, latin + han / 2)) * (0.5 + 0.5 * share) - less;
}

/** What happened at one time stands together in a log. */
function nearness(at: number, anchors: readonly number[], text: string): number {
  if (anchors.length === 0) return 1;
  const distances = anchors.map((anchor) => Math.abs(anchor - at));
  const closest = Math.min(...distances);
  const anchor = anchors[distances.indexOf(closest)] ?? 0;
  const between = text.slice(Math.min(anchor, at), Math.max(anchor, at)).slice(0, 400);
  if (!between.includes('\n') && closest < 400) return 1;
  return closest < 400 ? 0.85 : closest < 2000 ? 0.6 : 0.3;
}

function rankCode(
  code: number,
  mention: CodeMention | undefined,
  all: Map<number, CaseEvidence>,
  evidence: Evidence,
  index: PreparedIndex,
  named: boolean,
): RankedCode {
  const own = (index.codes[code]?.cases ?? []).map((item) => all.get(item) ?? { case: item, score: 0 });
  own.sort((a, b) => b.score - a.score || a.case - b.case);
  const [best, second] = own;
  const decided = best !== undefined && (second === undefined || best.score >= second.score + lead);
  const bare = evidence.bareStatus && best?.status !== undefined ? points.bareStatus : 0;
  const score = (mention ? pointsOf(mention) : 0) + (best?.score ?? 0) + bare;
  const match = judge(mention, best, evidence, index, named);
  return { code, ...(mention && { mention }), ...(best && { best }), decided, match, score };
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
  const message = best?.message;
  if (message?.standing === 'sure') {
    if (!foreign && !named) return 'exact';
    const { latin = 0 } = index.phrases[message.phrase] ?? {};
    return latin >= 5 ? 'likely' : 'guess';
  }
  if (foreign) return 'guess';
  if (mention?.match === 'likely') return 'likely';
  if (named) return 'guess';
  if (best?.status && evidence.bareStatus) return 'likely';
  const begun = message?.how === 'prefix' && message.share >= 0.6;
  if (message?.standing === 'fair' && (best?.status || begun)) return 'likely';
  if (best?.text?.standing === 'sure' && saysEnough(index.phrases[best.text.phrase])) return 'likely';
  if (mention && best?.status && best.status.weight >= 0.6) return 'likely';
  return isMuchAlike(best?.likeness, index) ? 'likely' : 'guess';
}

/** "Please try again later", 余额不足: advice that every service gives. */
function saysEnough(phrase: Phrase | undefined): boolean {
  if (!phrase || phrase.field !== 'solution') return true;
  return phrase.cases.length <= 2 && phrase.latin + phrase.han / 2 >= 3;
}

/** Nearly the whole of a phrase stands together in the text, and the text is mostly that. */
function isMuchAlike(likeness: Likeness | undefined, index: PreparedIndex): boolean {
  if (!likeness) return false;
  const phrase = index.phrases[likeness.phrase];
  if (!phrase || phrase.field === 'code' || !saysEnough(phrase)) return false;
  const long = phrase.latin + phrase.han / 2 >= 3;
  return likeness.together >= 0.85 && likeness.covered >= (long ? 0.6 : 0.75);
}
