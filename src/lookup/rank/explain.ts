/** Turns a ranked code into a result with its reasons, and with objections if another came first. */

import type { Lang } from '../../model/lang.ts';
import { langOfText } from '../../text/lang-of-text.ts';
import type { Evidence } from '../evidence/read-evidence.ts';
import { messageIn } from '../index/index-format.ts';
import type { PreparedIndex } from '../index/prepare-index.ts';
import type { MessageMatch, Objection, Reason, Result, Summary } from '../result.ts';
import { thresholds } from '../tuning.ts';
import type { RankedCode } from './rank-codes.ts';
import type { CaseEvidence } from './score-cases.ts';

const round = (score: number) => Math.round(score * 100) / 100;

/**
 * Returns a ranked code as a result.
 *
 * @param first The best code, unless this is it.
 * @param lang The reader's language.
 */
export function explain(
  ranked: RankedCode,
  first: RankedCode | undefined,
  evidence: Evidence,
  lang: Lang,
): Result {
  const { index } = evidence;
  const { catalog = '', code = '', slug = '' } = index.codes[ranked.code] ?? {};
  const { best, decided, match, score } = ranked;
  const id = decided && best ? index.cases[best.case]?.id : undefined;
  const whyNot = findObjections(ranked, first, evidence);
  return {
    catalog,
    code,
    slug,
    ...(id !== undefined && { case: id }),
    match,
    shows: summarise(ranked.code, decided ? best?.case : undefined, index, lang),
    because: findReasons(ranked, index),
    ...(whyNot.length > 0 && { whyNot }),
    score: round(score),
  };
}

function findReasons({ mention, best }: RankedCode, index: PreparedIndex): Reason[] {
  const reasons: Reason[] = [];
  if (mention) {
    const { how, spelled, where } = mention;
    const code = index.codes[mention.code]?.code ?? '';
    reasons.push({ kind: 'code', code, spelled, how, in: where });
  }
  if (best?.status) {
    const { status, where, earlier } = best.status;
    reasons.push({ kind: 'status', status, in: where, earlier });
  }
  return best ? [...reasons, ...findPhraseReasons(best, index)] : reasons;
}

/** Similar words are a reason only if there is no better one. */
function findPhraseReasons(
  { message, text, similarity }: CaseEvidence,
  index: PreparedIndex,
): Reason[] {
  const reasons = [message, text].flatMap((found) =>
    found ? reasonOf(found.phrase, found.how, 1, index) : [],
  );
  if (reasons.length > 0 || !similarity || similarity.score < thresholds.reason) return reasons;
  const { phrase, inOrder, score } = similarity;
  return reasonOf(phrase, 'similar', Math.max(inOrder, score), index);
}

function reasonOf(at: number, how: MessageMatch, share: number, index: PreparedIndex): Reason[] {
  const phrase = index.phrases[at];
  if (!phrase || phrase.field === 'code') return [];
  const { text, field } = phrase;
  const score = round(share);
  if (field === 'message') return [{ kind: 'message', message: text, how, score }];
  return [{ kind: 'text', field, text, lang: langOfText(text), how, score }];
}

function summarise(
  code: number,
  item: number | undefined,
  index: PreparedIndex,
  lang: Lang,
): Summary {
  const one = index.cases[item ?? -1];
  if (!one) {
    const all = index.codes[code]?.cases ?? [];
    const statuses = all.flatMap((other) => index.cases[other]?.statuses[0] ?? []);
    return { statuses: [...new Set(statuses)], cases: all.length };
  }
  const { statuses, messages, texts } = one;
  const message = messageIn(messages, lang);
  const [description, solution] = [texts.descriptions, texts.solutions].map((all) => {
    const own = all.map((text) => ({ text, lang: langOfText(text) }));
    return own.find((text) => text.lang === lang) ?? own[0];
  });
  return {
    statuses: statuses.slice(0, 1),
    cases: index.codes[code]?.cases.length ?? 0,
    ...(message !== undefined && { message }),
    ...(description && { description }),
    ...(solution && { solution }),
  };
}

function findObjections(
  { best, mention, match }: RankedCode,
  first: RankedCode | undefined,
  { unknown, statuses, otherMessage, index }: Evidence,
): Objection[] {
  const objections: Objection[] = [];
  if (unknown[0] && mention?.match !== 'exact')
    objections.push({ kind: 'unknownCode', code: unknown[0].code });
  if (first?.mention?.match === 'exact' && mention?.match !== 'exact') {
    objections.push({ kind: 'otherCode', code: index.codes[first.code]?.code ?? '' });
  }
  if (!best) return objections;
  if (otherMessage !== undefined && mention?.match === 'exact' && match !== 'exact') {
    const has = index.cases[best.case]?.messages[0] ?? '';
    objections.push({ kind: 'otherMessage', message: otherMessage, has });
  }
  const own = index.cases[best.case];
  const status = statuses.findLast(
    (one) => one.weight >= thresholds.contradictingStatus && /^[45]/.test(one.status),
  );
  if (status && !best.status) {
    objections.push({ kind: 'otherStatus', status: status.status, has: own?.statuses ?? [] });
  }
  const other = first?.best?.message;
  if (other && !best.message) {
    const message = index.phrases[other.phrase]?.text ?? '';
    objections.push({ kind: 'otherMessage', message, has: own?.messages[0] ?? '' });
  }
  return objections;
}
