/** Ranks codes by their evidence, and decides on a case of each and how sure the code is. */
import { joinedWords } from '../evidence/find-names.ts';
import type { CodeMention } from '../evidence/mention-list.ts';
import type { Evidence } from '../evidence/read-evidence.ts';
import type { Similarity } from '../evidence/similarity.ts';
import type { Phrase } from '../index/phrases.ts';
import { aliasKey, isShared, isStandard, type PreparedIndex } from '../index/prepare-index.ts';
import type { Match } from '../result.ts';
import { phraseLengths, points, thresholds } from '../tuning.ts';
import { type CaseEvidence, scoreCases } from './score-cases.ts';

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

const sureness = { exact: 2, likely: 1, guess: 0 };

/**
 * Returns the codes that a text may be about, the best first; equal ones in the order of the index,
 * those of the reader's catalog before others.
 */
export function rankCodes(evidence: Evidence, ownCatalog?: string): RankedCode[] {
  const { index } = evidence;
  const cases = scoreCases(evidence);
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
    const ofCatalog = evidence.catalogs.has(index.codes[code]?.catalog ?? '') ? points.catalog : 0;
    const { catalog = '', code: name = '' } = index.codes[code] ?? {};
    const own = mention?.spelled === name ? pointsOfSpelling(name, mention) : 0;
    const score = (mention ? pointsOf(mention) : 0) + (best?.score ?? 0) + bare + ofCatalog + own;
    const match = judge(mention, best, evidence, named, catalog);
    return { code, ...(mention && { mention }), ...(best && { best }), decided, match, score };
  });
  const isOwn = ({ code }: RankedCode) =>
    ownCatalog !== undefined && index.codes[code]?.catalog === ownCatalog;
  ranked.sort(
    (a, b) =>
      sureness[b.match] - sureness[a.match] ||
      b.score - a.score ||
      Number(isOwn(b)) - Number(isOwn(a)) ||
      a.code - b.code,
  );
  const least = Math.max(thresholds.guess, thresholds.guessShare * (ranked[0]?.score ?? 0));
  return ranked.filter(({ match, best, score }) => {
    if (match !== 'guess') return true;
    // A status that is a code too still lists the codes that have it.
    const { message, status } = best ?? {};
    return named ? (evidence.bareStatus ? status : message) !== undefined : score >= least;
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

function pointsOf({ how, match, where, spelled }: CodeMention): number {
  // "Error 0610": a number with a zero before it is no status and no count.
  const isZeroed = how === 'number' && match === 'guess' && spelled.startsWith('0');
  if (how === 'near' || isZeroed) return points.near;
  return points.named[match] + (where === 'text' ? 0 : points.inField);
}

/** A code in its own spelling goes before another one's alias, as a guess before codes of similar texts. */
function pointsOfSpelling(name: string, { match }: CodeMention): number {
  return match === 'guess' && joinedWords.test(name) ? points.spelledName : 1;
}

function decideCase(items: readonly number[], cases: ReadonlyMap<number, CaseEvidence>) {
  const [best, second] = items
    .map((item): CaseEvidence => cases.get(item) ?? { case: item, score: 0 })
    .sort((a, b) => b.score - a.score || a.case - b.case);
  const decided = best !== undefined && (!second || best.score >= second.score + thresholds.lead);
  return { best, decided };
}

function judge(
  mention: CodeMention | undefined,
  best: CaseEvidence | undefined,
  evidence: Evidence,
  named: boolean,
  catalog: string,
): Match {
  const { index } = evidence;
  const { message, text, status, similarity } = best ?? {};
  const isWhole = message?.certainty === 'sure';
  const isRare = isWhole && !isShared(index, message.phrase);
  const isConfirmed = isRare || evidence.catalogs.has(catalog);
  if (mention?.isShared) {
    if (mention.how === 'same' && isConfirmed) return 'exact';
    // Name, HTTP status and message agree.
    const agrees = mention.where !== 'text' && status && message?.certainty === 'sure';
    if (mention.match === 'likely' || agrees) return named ? 'guess' : 'likely';
  }
  if (mention?.match === 'exact') return evidence.otherMessage === undefined ? 'exact' : 'likely';
  // A message next to a code or a type of another service is that service's.
  if (evidence.unknown.length > 0 || evidence.hasOtherType)
    return mention?.match === 'likely' ? 'likely' : 'guess';
  if (isRare) {
    const { length = 0, cases = [] } = index.phrases[message.phrase] ?? {};
    // A few words in a longer sentence may be anybody's.
    const isAll = message.isAlone || length >= phraseLengths.long || evidence.catalogs.has(catalog);
    if (!named) return cases.length === 1 && isAll ? 'exact' : 'likely';
    return length >= thresholds.specificMessage ? 'likely' : 'guess';
  }
  if (mention?.match === 'likely') return 'likely';
  if (named) return 'guess';
  if (isWhole) {
    const isMessage = evidence.isField(message) && !isStandard(index, message.phrase);
    const isMeant = isMessage || evidence.isOnly(message) || evidence.catalogs.has(catalog);
    return isMeant ? 'likely' : 'guess';
  }
  const likely =
    (text?.certainty === 'sure' &&
      isSpecific(index.phrases[text.phrase]) &&
      (!isShared(index, text.phrase) || evidence.isOnly(text))) ||
    isNearlyWhole(similarity, index);
  return likely ? 'likely' : 'guess';
}

/** "Please try again later", 余额不足: advice that every service gives says nothing. */
function isSpecific(phrase: Phrase | undefined): boolean {
  if (phrase?.field !== 'solution') return true;
  return phrase.cases.length <= 2 && phrase.length >= 5;
}

/** Nearly the whole phrase is in the text, in order, and makes up most of the text. */
function isNearlyWhole(similarity: Similarity | undefined, index: PreparedIndex): boolean {
  const phrase = index.phrases[similarity?.phrase ?? -1];
  if (!similarity || !phrase || phrase.field === 'code' || !isSpecific(phrase)) return false;
  if (isShared(index, similarity.phrase)) return false;
  const { nearlyWhole, covered } = thresholds;
  const least = phrase.length >= 3 ? covered.long : covered.short;
  return similarity.inOrder >= nearlyWhole && similarity.covered >= least;
}
