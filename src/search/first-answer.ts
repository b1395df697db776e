/**
 * Answers a text that names one known code from the small index, while the whole lookup is being
 * fetched. The lookup must confirm the answer: one code, spelt as a code, and its case if message or
 * HTTP status leave only one.
 */

import { codeKey, compactOf, groupByCodeKey } from '../lookup/code-key.ts';
import {
  type CompactCode,
  caseIdOf,
  type LookupCore,
  spellingsOf,
} from '../lookup/index/index-format.ts';
import { type CodeWord, readCodeWords } from '../lookup/recognise-codes.ts';
import type { Reason, Summary } from '../lookup/result.ts';
import type { Lang } from '../model/lang.ts';
import { slugOf } from '../text/slug.ts';
import { type Answered, summariseCase } from './rows.ts';

/** A result with what its row shows. */
export type FirstAnswer = Answered & { shows: Summary };

/**
 * Returns the one code that a text names; nothing if it names no known code or several.
 *
 * @param core The small index, or the shards of it that the text needs.
 * @param lang The reader's language.
 * @example firstAnswer('{"error_code":"APIG.0203"}', core)?.code // => 'APIG.0203'
 */
export function firstAnswer(
  text: string,
  core: LookupCore,
  lang: Lang = 'en',
): FirstAnswer | undefined {
  const { words, plain } = readCodeWords(text);
  if (words.length === 0) return undefined;
  const codes = core.catalogs.flatMap(({ id, codes }) => codes.map((code) => ({ id, code })));
  const byKey = groupByCodeKey(codes, ({ code }) => spellingsOf(code));
  const named = new Map<CompactCode, CodeWord & { catalog: string }>();
  for (const word of words) {
    // A bare HTTP status may mean many codes.
    if (/^[1-5]\d\d$/.test(word.word)) continue;
    const spelled = byKey.get(codeKey(word.word)) ?? [];
    const same = spelled.filter(({ code }) => spellingsOf(code).includes(word.word));
    for (const { id, code } of same.length > 0 ? same : spelled) {
      // A number is sure in its own spelling only.
      if ((word.anySpelling && /\D/.test(word.word)) || spellingsOf(code).includes(word.word))
        named.set(code, { ...word, catalog: id });
    }
  }
  const [only, ...others] = named;
  if (!only || others.length > 0) return undefined;
  const [found, { catalog, word, place }] = only;
  const [code, , slug, aliases] = found;
  const how = word === code ? 'same' : 'spelling';
  const where = place === 'alone' ? 'alone' : /^\s*[{[]/.test(plain) ? 'json' : 'text';
  const because: Reason[] = [{ kind: 'code', code, spelled: word, how, in: where }];
  const alias = aliases?.find(([name]) => codeKey(name) === codeKey(word));
  const id = chooseCase(found, alias?.[1], plain, because);
  const isShared = core.shared.some((one) => codeKey(one) === codeKey(word));
  // The whole lookup judges what is around a name that many services use, and an unknown message.
  if (isShared && place !== 'alone' && !onlyPair.test(plain)) return undefined;
  if (hasMessage.test(plain) && because.length === 1) return undefined;
  return {
    catalog,
    code,
    slug: slug ?? slugOf(code),
    ...(id !== undefined && { case: id }),
    match: isShared ? 'likely' : 'exact',
    because,
    shows: summariseCase(found, id, lang),
  };
}

/** A body with one field. */
const onlyPair = /^\s*\{\s*"[\w.-]+"\s*:\s*"[^"]*"\s*\}\s*$/;
const hasMessage = /(?:msg|message|desc\w*)[\\"']*\s*[:=][\\"'\s]*[^\\"'\s]/i;

/** The case of the alias, else the only one that fits the messages in the text, then its status. */
function chooseCase(
  [, all]: CompactCode,
  item: number | undefined,
  plain: string,
  because: Reason[],
): string | undefined {
  const cases = item === undefined ? all : all.slice(item, item + 1);
  const compact = compactOf(plain);
  const lengths = cases.map(([, messages]) =>
    Math.max(0, ...messages.map(compactOf).map((one) => (compact.includes(one) ? one.length : 0))),
  );
  const longestMessage = Math.max(...lengths);
  let left = cases.filter((_, item) => lengths[item] === longestMessage);
  if (left.length > 1) {
    const statuses = new Set(
      [...plain.matchAll(/(?:http|status)\D{0,12}([1-5]\d\d)\b/gi)].map(([, status]) => status),
    );
    left = left.filter(([own]) => own.some((status) => statuses.has(status)));
  }
  const [first] = left;
  if (left.length !== 1 || !first) return undefined;
  const [own, messages, id] = first;
  const message = messages.find((one) => compact.includes(compactOf(one)));
  if (message && longestMessage > 0) {
    because.push({ kind: 'message', message, how: 'whole', score: 1 });
  }
  return id ?? caseIdOf(own[0] ?? '', messages[0] ?? '');
}
