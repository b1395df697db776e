/** Finds codes with a number: `APIG.0201`. */
import type { MentionList } from './mention-list.ts';

/**
 * Adds `APIG.0201`, `apig-201`, `APIG . 0201`, `apig/0201`, and `APIG。0201` as a Chinese keyboard
 * types it. Letters that text recognition confuses are accepted: `APIG.O201` is exact, but
 * `APlG.0201` only likely, since another vendor may use that prefix.
 */
export function findNumbered(list: MentionList): void {
  const { prefixes } = list.spellings;
  if (prefixes.length === 0) return;
  const pattern = new RegExp(
    `(${prefixes.map(lookalikePattern).join('|')})(\\s{0,2}[._:/#,。·-]?\\s{0,2})([0-9oil]{2,6})(?![a-z0-9])`,
    'g',
  );
  const prefixBy = new Map(prefixes.map((prefix) => [unifyLookalikes(prefix), prefix]));
  const { folded, plain } = list.text;
  for (const match of folded.matchAll(pattern)) {
    const [whole, seen = '', separator = '', digits = ''] = match;
    const prefix = prefixes.includes(seen) ? seen : (prefixBy.get(unifyLookalikes(seen)) ?? seen);
    const spelled = plain.slice(match.index, match.index + whole.length);
    if (/[a-z0-9]/.test(folded.charAt(match.index - 1)) || !/\d/.test(digits)) continue;
    const value = digits.replace(/o/g, '0').replace(/[il]/g, '1');
    const codes = list.codesSpelled(`${prefix}.${value}`);
    // "apig 502" is more often a gateway that answered 502 than a code without its zero.
    const isStatus = /^[\s,]+$/.test(separator) && /^[45]\d\d$/.test(digits);
    for (const code of codes) {
      if (isStatus) list.add(code, spelled, match.index, 'same', 'guess');
      else if (prefix === seen) list.add(code, spelled, match.index, 'same', 'exact');
      else list.add(code, spelled, match.index, 'typo', 'likely');
    }
    if (codes.length > 0 || addPrefixed(list, prefix + digits, spelled, match.index)) continue;
    if (digits.length > 2 && !/[:/]/.test(separator)) list.addUnknown(spelled, match.index);
  }
}

/** A prefix as a pattern that accepts characters that look alike. */
function lookalikePattern(prefix: string): string {
  return prefix.replace(/[il1]/g, '[il1|]').replace(/[o0]/g, '[o0]');
}

function unifyLookalikes(prefix: string): string {
  return prefix.replace(/[il1|]/g, 'i').replace(/[o0]/g, 'o');
}

/** Adds every code that begins with `APIG.02`, as it is being typed. @returns Whether there is any. */
function addPrefixed(list: MentionList, start: string, spelled: string, at: number): boolean {
  if (list.core !== spelled.toLowerCase()) return false;
  const { compacts } = list.spellings;
  const codes = [...compacts.keys()].filter((code) => compacts[code]?.startsWith(start));
  for (const code of codes) list.add(code, spelled, at, 'part', 'guess');
  return codes.length > 0;
}

/** Three digits from here on are not an HTTP status. */
const beyondStatuses = 600;

/** Adds `0201`, `错误码 0201`: a text that is only a number. Without its zero it may be a status. */
export function findBareNumber(list: MentionList): void {
  const { core, spellings, text } = list;
  if (!/^\d{3,6}$/.test(core)) return;
  const at = text.folded.indexOf(core);
  for (const code of spellings.byDigits.get(core) ?? [])
    list.add(code, core, at, 'number', 'exact');
  if (core.length > 3) return;
  const match = Number(core) >= beyondStatuses ? 'likely' : 'guess';
  for (const prefix of spellings.prefixes) {
    for (const code of list.codesSpelled(`${prefix}.${core}`)) {
      list.add(code, core, at, 'number', match);
    }
  }
}
