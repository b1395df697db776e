/**
 * The answer to a text that names one known code, from the small index alone, while the whole
 * lookup is still on its way. It answers only what the lookup will confirm: one code, spelt as a
 * code, and its case where message or HTTP status leave one.
 */
import { type CompactCode, caseIdOf, type LookupCore, slugOf } from '../lookup/index-format.ts';
import type { Reason } from '../lookup/result.ts';
import type { Answered } from './result-row.ts';

/** Longer texts are logs: which of their codes is meant takes the whole lookup. */
const longest = 10_000;

/**
 * @param text What was pasted.
 * @param core The small index, or those parts of it that the text needs.
 * @returns The one code that the text names, else nothing.
 * @example firstAnswer('{"error_code":"APIG.0203"}', core)?.code // => 'APIG.0203'
 */
export function firstAnswer(text: string, core: LookupCore): Answered | undefined {
  if (text.length > longest) return undefined;
  const plain = text.normalize('NFKC').replace(invisible, '');
  const named = new Map<CompactCode, { catalog: string; spelled: string }>();
  const codes = codesBySpelling(core);
  const words = [...plain.matchAll(/[A-Za-z0-9]+(?:[._-]{1,2}[A-Za-z0-9]+)*/g)];
  const alone = words.length === 1 && words[0]?.[0] === plain.trim();
  for (const { 0: word, index } of words) {
    const known = codes.get(compact(word));
    if (!known) continue;
    const inField = isWholeValue(plain, index, index + word.length);
    for (const { code, catalog } of known) {
      // UNKNOWN and INTERNAL are codes too, but also words of any message.
      const telling = /[._-]/.test(word) && (/\d$/.test(word) || word === code[0]);
      if (alone || inField || telling) named.set(code, { catalog, spelled: word });
    }
  }
  const [only, ...others] = named;
  if (!only || others.length > 0) return undefined;
  const [found, { catalog, spelled }] = only;
  const place = alone ? 'alone' : /^\s*[{[]/.test(plain) ? 'json' : 'text';
  const because: Reason[] = [
    {
      kind: 'code',
      code: found[0],
      spelled,
      how: spelled === found[0] ? 'same' : 'spelling',
      in: place,
    },
  ];
  const id = chooseCase(found, plain, because);
  return {
    catalog,
    code: found[0],
    slug: found[2] ?? slugOf(found[0]),
    ...(id !== undefined && { case: id }),
    match: 'exact',
    because,
  };
}

/** Whether a word is all that a field for codes holds: `"code": "UNKNOWN"`, `code=UNKNOWN`. */
function isWholeValue(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 24), start);
  const [, quote] = /code["']?\s*[:=]\s*(["']?)$/i.exec(before) ?? [];
  if (quote === undefined) return false;
  const after = plain.slice(end, end + 10);
  return quote === '' ? /^\s*(?:$|[\n}\]|<&{[,;])/.test(after) : after.startsWith(quote);
}

/** Characters that nobody sees, which the lookup takes out as well. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** Letters and digits; leading zeros are often left out (`apig-201`). */
const compact = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/([a-z])0+(?=\d)/g, '$1');

type Spellings = Map<string, { code: CompactCode; catalog: string }[]>;
const spellings = new WeakMap<LookupCore, Spellings>();

function codesBySpelling(core: LookupCore): Spellings {
  const known = spellings.get(core);
  if (known) return known;
  const made: Spellings = new Map();
  for (const { id, codes } of core.catalogs) {
    for (const code of codes) {
      const key = compact(code[0]);
      made.set(key, [...(made.get(key) ?? []), { code, catalog: id }]);
    }
  }
  spellings.set(core, made);
  return made;
}

/** The case that is left by the messages that the text holds, else by its HTTP status. */
function chooseCase([, cases]: CompactCode, plain: string, because: Reason[]): string | undefined {
  const folded = compact(plain);
  const lengths = cases.map(([, messages]) =>
    Math.max(0, ...messages.map(compact).map((one) => (folded.includes(one) ? one.length : 0))),
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
  const message = messages.find((one) => folded.includes(compact(one)));
  if (message && longestMessage > 0) {
    because.push({ kind: 'message', message, how: 'whole', score: 1 });
  }
  return id ?? caseIdOf(own[0] ?? '', messages[0] ?? '');
}
