/** A ranked code → a result with its reasons, and what speaks against it where another came first. */
import type { Lang } from '../model/lang.ts';
import { langOfText } from '../text/lang-of-text.ts';
import type { PreparedIndex } from './prepare-index.ts';
import type { RankedCode } from './rank-codes.ts';
import type { Evidence } from './read-evidence.ts';
import type { MessageMatch, Objection, Reason, Result, Summary } from './result.ts';
import type { CaseEvidence } from './score-cases.ts';

/**
 * Put a ranked code into words that are data.
 *
 * @param first The best code, unless this is it.
 * @param lang The reader's language.
 */
export function explain(
  ranked: RankedCode,
  first: RankedCode | undefined,
  evidence: Evidence,
  index: PreparedIndex,
  lang: Lang,
): Result {
  const { catalog = '', code = '', slug = '' } = index.codes[ranked.code] ?? {};
  const { best, decided, match, score } = ranked;
  const id = decided && best ? index.cases[best.case]?.id : undefined;
  const whyNot = findObjections(ranked, first, evidence, index);
  return {
    catalog,
    code,
    slug,
    ...(id !== undefined && { case: id }),
    match,
    shows: summarise(ranked.code, decided ? best?.case : undefined, index, lang),
    because: findReasons(ranked, index),
    ...(whyNot.length > 0 && { whyNot }),
    score: Math.round(score * 100) / 100,
  };
}

function findReasons({ mention, best }: RankedCode, index: PreparedIndex): Reason[] {
  const reasons: Reason[] = [];
  if (mention) {
    const { how, spelled, where } = mention;
    reasons.push({
      kind: 'code',
      code: index.codes[mention.code]?.code ?? '',
      spelled,
      how,
      in: where,
    });
  }
  if (best?.status) {
    const { status, where, earlier } = best.status;
    reasons.push({ kind: 'status', status, in: where, earlier });
  }
  if (best) reasons.push(...wordReasons(best, index));
  return reasons;
}

/** Similar words are a reason only if nothing better is known. */
const worthSaying = 0.3;

function wordReasons(best: CaseEvidence, index: PreparedIndex): Reason[] {
  const reasons: Reason[] = [];
  for (const found of [best.message, best.text]) {
    if (found) reasons.push(...reasonOf(found.phrase, found.how, found.share, index));
  }
  if (reasons.length === 0 && best.likeness && best.likeness.score >= worthSaying) {
    const { phrase, together, score } = best.likeness;
    reasons.push(...reasonOf(phrase, 'similar', Math.max(together, score), index));
  }
  return reasons;
}

function reasonOf(at: number, how: MessageMatch, share: number, index: PreparedIndex): Reason[] {
  const phrase = index.phrases[at];
  if (!phrase || phrase.field === 'code') return [];
  const { text, field } = phrase;
  const score = Math.round(share * 100) / 100;
  if (field === 'message') return [{ kind: 'message', message: text, how, score }];
  return [{ kind: 'text', field, text, lang: langOfText(text), how, score }];
}

function summarise(
  code: number,
  item: number | undefined,
  index: PreparedIndex,
  lang: Lang,
): Summary {
  const all = index.codes[code]?.cases ?? [];
  const one = index.cases[item ?? -1];
  if (!one) {
    return {
      statuses: [...new Set(all.flatMap((other) => index.cases[other]?.statuses[0] ?? []))],
    };
  }
  const { statuses, messages, descriptions } = one;
  const text = descriptions[lang] ?? Object.values(descriptions)[0];
  return {
    statuses: statuses.slice(0, 1),
    ...(messages[0] !== undefined && { message: messages[0] }),
    ...(text !== undefined && { description: { text, lang: langOfText(text) } }),
  };
}

function findObjections(
  { best, mention }: RankedCode,
  first: RankedCode | undefined,
  { foreign, statuses }: Evidence,
  index: PreparedIndex,
): Objection[] {
  const objections: Objection[] = [];
  if (foreign[0] && mention?.match !== 'exact')
    objections.push({ kind: 'unknownCode', code: foreign[0].code });
  if (first?.mention?.match === 'exact' && mention?.match !== 'exact') {
    objections.push({ kind: 'otherCode', code: index.codes[first.code]?.code ?? '' });
  }
  const sure = statuses
    .filter(({ status, weight }) => weight >= 0.8 && /^[45]/.test(status))
    .at(-1);
  const has = index.cases[best?.case ?? -1]?.statuses ?? [];
  if (sure && best && !best.status) {
    objections.push({ kind: 'otherStatus', status: sure.status, has });
  }
  const other = first?.best?.message;
  if (other && best && !best.message) {
    const message = index.phrases[other.phrase]?.text ?? '';
    objections.push({
      kind: 'otherMessage',
      message,
      has: index.cases[best.case]?.messages[0] ?? '',
    });
  }
  return objections;
}
