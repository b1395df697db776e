/** Codes with a number: `APIG.0201`. */
import type { MentionList } from './mention-list.ts';

/**
 * Find `APIG.0201`, `apig-201`, `APIG . 0201`, `apig/0201`, and `APIG。0201` as a Chinese keyboard
 * types it. Letters that a screenshot's reader takes for each other are forgiven: `APIG.O201` is as
 * good as named, of `APlG.0201` it is only likely, since another vendor may use that prefix.
 *
 * @param list Where to note them.
 */
export function findNumbered(list: MentionList): void {
  const { prefixes } = list.spellings;
  if (prefixes.length === 0) return;
  const pattern = new RegExp(
    `(${prefixes.map(misread).join('|')})(\\s{0,2}[._:/#,。·-]?\\s{0,2})([0-9oil]{2,6})(?![a-z0-9])`,
    'g',
  );
  const prefixBy = new Map(prefixes.map((prefix) => [unifyMisread(prefix), prefix]));
  const { folded, plain } = list.text;
  for (const match of folded.matchAll(pattern)) {
    const [whole, seen = '', separator = '', digits = ''] = match;
    const prefix = prefixes.includes(seen) ? seen : (prefixBy.get(unifyMisread(seen)) ?? seen);
    const spelled = plain.slice(match.index, match.index + whole.length);
    if (/[a-z0-9]/.test(folded.charAt(match.index - 1)) || !/\d/.test(digits)) continue;
    const value = digits.replace(/o/g, '0').replace(/[il]/g, '1');
    const codes = list.codesSpelled(`${prefix}.${value}`);
    // "apig 502" is more often a gateway that answered 502 than a code without its zero.
    const status = /^[\s,]+$/.test(separator) && /^[45]\d\d$/.test(digits);
    for (const code of codes) {
      if (status) list.note(code, spelled, match.index, 'same', 'guess');
      else if (prefix === seen) list.note(code, spelled, match.index, 'same', 'exact');
      else list.note(code, spelled, match.index, 'typo', 'likely');
    }
    if (codes.length > 0 || noteBegun(list, prefix, digits, spelled, match.index)) continue;
    if (digits.length > 2 && !/[:/]/.test(separator)) list.noteForeign(spelled, match.index);
  }
}

/** Characters that look alike in a screenshot or on paper. */
const lookalikes = [/[il1|]/g, /[o0]/g];

/** A prefix as a pattern for all that may be read for it. Prefixes are letters and digits. */
function misread(prefix: string): string {
  return prefix.replace(/[il1]/g, '[il1|]').replace(/[o0]/g, '[o0]');
}

function unifyMisread(prefix: string): string {
  return lookalikes.reduce((text, alike, i) => text.replace(alike, 'io'[i] ?? ''), prefix);
}

/** `APIG.02`, as it is being typed: every code that begins so, if that is all there is. */
function noteBegun(
  list: MentionList,
  prefix: string,
  digits: string,
  spelled: string,
  at: number,
): boolean {
  if (list.core !== spelled.toLowerCase()) return false;
  let found = false;
  list.spellings.compacts.forEach((compact, code) => {
    if (!compact.startsWith(prefix + digits)) return;
    list.note(code, spelled, at, 'part', 'guess');
    found = true;
  });
  return found;
}

/** Three digits from here on are no HTTP status. */
const beyondStatuses = 600;

/**
 * Find `0201`, `错误码 0201`: a number that is all there is. Without its zero it may be a status.
 *
 * @param list Where to note it.
 */
export function findBareNumber(list: MentionList): void {
  const { core, spellings, text } = list;
  if (!/^\d{3,6}$/.test(core)) return;
  const at = text.folded.indexOf(core);
  for (const code of spellings.byDigits.get(core) ?? [])
    list.note(code, core, at, 'number', 'exact');
  if (core.length > 3) return;
  for (const prefix of spellings.prefixes) {
    for (const code of list.codesSpelled(`${prefix}.${core}`)) {
      list.note(code, core, at, 'number', Number(core) >= beyondStatuses ? 'likely' : 'guess');
    }
  }
}
