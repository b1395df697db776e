/** Codes that a text names, in any spelling, and codes it names that nobody knows. */
import { type CodeSpellings, compactOf, type NamedCode } from './code-spellings.ts';
import { type Field, keyKinds, type Where } from './fields.ts';
import type { ReadText } from './read-text.ts';
import { editDistance } from './typos.ts';

/** How a code was named. */
export type CodeSpelling = 'same' | 'spelling' | 'number' | 'words' | 'part' | 'typo';

/** A code named in a text. */
export interface CodeMention {
  code: number;
  how: CodeSpelling;
  /** Exact: it is named. Likely: a part or a misspelling of it is. Guess: it may be mere words. */
  match: 'exact' | 'likely' | 'guess';
  spelled: string;
  where: Where;
  at: number;
}

/** A code that no document has. */
export interface ForeignCode {
  code: string;
  at: number;
}

export interface NamedCodes {
  mentions: CodeMention[];
  foreign: ForeignCode[];
}

const mostTokens = 60;
const mostMentions = 12;

/**
 * Find the codes that a text names.
 *
 * @param text The text.
 * @param fields Its fields.
 * @param spellings The codes.
 * @returns Each code once for each way it is named, in the order of the text.
 */
export function findCodes(text: ReadText, fields: readonly Field[], spellings: CodeSpellings): NamedCodes {
  const search = new Search(text, fields, spellings);
  search.numbered();
  search.named();
  search.spaced();
  search.bareNumber();
  search.foreignFields();
  return { mentions: [...search.mentions.values()], foreign: search.foreign };
}

/** Words around a code that is all a person typed. */
const aroundCode =
  /\b(?:error|err|code|errorcode|errcode|what|is|the|help|fix|how|to|meaning|of)\b|错误码|错误代码|错误|代码|报错|是什么|什么|意思|怎么办|怎么解决|[^\p{L}\p{N}_.-]+/gu;

class Search {
  readonly mentions = new Map<string, CodeMention>();
  readonly foreign: ForeignCode[] = [];
  private readonly times = new Map<number, number>();
  private readonly core: string;
  private readonly codeFields: Field[];
  private readonly text: ReadText;
  private readonly fields: readonly Field[];
  private readonly spellings: CodeSpellings;

  constructor(text: ReadText, fields: readonly Field[], spellings: CodeSpellings) {
    this.text = text;
    this.fields = fields;
    this.spellings = spellings;
    this.codeFields = fields.filter(({ key }) => keyKinds.code.has(key));
    this.core = text.folded.length > 400 ? '' : text.folded.replace(aroundCode, ' ').trim();
  }

  /** `APIG.0201`, `apig-201`, `APIG . 0201`, `apig/0201`; the letter O for a zero is forgiven. */
  numbered(): void {
    const { prefixes, byNumber } = this.spellings;
    if (prefixes.length === 0) return;
    const pattern = new RegExp(`(${prefixes.join('|')})(\\s{0,2}[._:/#-]?\\s{0,2})([0-9oil]{2,6})(?![a-z0-9])`, 'g');
    const { folded } = this.text;
    for (const match of folded.matchAll(pattern)) {
      const [spelled, prefix = '', separator = '', digits = ''] = match;
      if (/[a-z0-9]/.test(folded.charAt(match.index - 1)) || !/\d/.test(digits)) continue;
      const value = Number(digits.replace(/o/g, '0').replace(/[il]/g, '1'));
      const codes = byNumber.get(`${prefix}:${value}`) ?? [];
      // "apig 502" is more often a gateway that answered 502 than a code without its zero.
      const status = /^\s+$/.test(separator) && /^[1-5]\d\d$/.test(digits) && value >= 400;
      for (const code of codes) {
        if (this.isNew(code)) this.note(code, 'same', status ? 'guess' : 'exact', spelled, match.index);
      }
      if (codes.length === 0 && digits.length > 2 && !/[:/]/.test(separator)) {
        this.noteForeign(spelled, match.index);
      }
    }
  }

  /** `APIGATEWAY_NOT_FOUND`, `apigateway-not-found`, `ApigatewayNotFound`; parts and misspellings. */
  named(): void {
    const { plain } = this.text;
    const strange = new Map<string, number>();
    for (const match of plain.matchAll(/[A-Za-z][A-Za-z0-9]{2,}(?:[_.-]{1,2}[A-Za-z0-9]+){0,16}/g)) {
      const [token] = match;
      if (token.length > 120 || this.noteName(token, match.index)) continue;
      let known = false;
      if (token.includes('.')) {
        let at = match.index;
        for (const piece of token.split('.')) {
          known = this.noteName(piece, at) || known;
          at += piece.length + 1;
        }
      }
      if (!known && strange.size < mostTokens && !strange.has(token)) strange.set(token, match.index);
    }
    for (const [token, at] of strange) this.nearName(token, at);
  }

  private noteName(token: string, at: number): boolean {
    const codes = this.spellings.byCompact.get(compactOf(token)) ?? [];
    for (const code of codes) {
      const name = this.spellings.nameOf.get(code);
      if (!name || !this.isNew(code)) continue;
      const [how, match] = this.judgeName(name, token, at);
      // "an internal error" names no code; INTERNAL may.
      const word = match === 'guess' && name.words.length === 1 && token !== token.toUpperCase();
      if (!word) this.note(code, how, match, token, at);
    }
    return codes.length > 0;
  }

  /** Plain words that are codes too (`NOT_FOUND`, `CONFLICT`) need more than their letters. */
  private judgeName(name: NamedCode, token: string, at: number): [CodeSpelling, CodeMention['match']] {
    const same = token.includes('_') || name.words.length === 1;
    const how = same ? 'same' : 'spelling';
    if (name.marked || (name.words.length > 1 && token.includes('_')) || this.isAll(token)) return [how, 'exact'];
    const field = this.fieldAt(at);
    if (same && field && keyKinds.code.has(field.key) && field.value === token) {
      if (field.key !== 'status' || this.inError(at)) return [how, 'exact'];
    }
    return [how, 'guess'];
  }

  /** Whether the value at a position belongs to an error: `"error": { … "status": "CONFLICT"`. */
  private inError(at: number): boolean {
    return /["']?error["']?\s{0,3}[:=]\s{0,3}\{[^{}]*$/.test(this.text.folded.slice(Math.max(0, at - 400), at));
  }

  private nearName(token: string, at: number): void {
    const compact = compactOf(token);
    const joined = /[a-z0-9]_[a-z0-9]/i.test(token);
    const alone = this.isAll(token);
    const cut = at + token.length >= this.text.plain.length && this.keyedCode(at);
    if (compact.length < 5 || !(joined || cut || alone)) return;
    const parts = this.spellings.names.filter(
      (name) => compact.length < name.compact.length && startsWord(name, compact),
    );
    for (const { code, marked, words } of parts) {
      // Other vendors' codes are made of the same words: inside a text only the mark may be missing.
      const unmarked = marked && compact === words.slice(1).join('');
      const sure = joined && (unmarked || (parts.length === 1 && (alone || cut)));
      this.note(code, 'part', sure ? 'likely' : 'guess', token, at);
    }
    if (parts.length > 0) return;
    const bound = compact.length < 10 ? 1 : 2;
    for (const { code, compact: other } of this.spellings.names) {
      if (other.length < 8 || editDistance(compact, other, bound) > bound) continue;
      this.note(code, 'typo', 'likely', token, at);
    }
  }

  /** `apigateway delete api error`: words with spaces, the longest code that fits. */
  spaced(): void {
    const { folded } = this.text;
    const { namesByFirstWord, names } = this.spellings;
    const marks = new Set(names.filter(({ marked }) => marked).map(({ words }) => words[0] ?? ''));
    const starts = [...marks].flatMap((mark) => placesOf(`${mark} `, folded));
    const all = folded.trim();
    if (all.length <= 120 && !marks.has(all.split(' ', 1)[0] ?? '')) starts.push(folded.indexOf(all));
    for (const at of starts) {
      const words = folded.slice(at, at + 120).split(/[^a-z0-9]+/, 16);
      const fitting = (namesByFirstWord.get(words[0] ?? '') ?? [])
        .filter((name) => name.words.length > 1 && name.words.every((word, i) => words[i] === word))
        .sort((a, b) => b.words.length - a.words.length)[0];
      if (fitting === undefined) continue;
      const whole = compactOf(all) === fitting.compact;
      if (!fitting.marked && !whole) continue;
      const match = fitting.marked || fitting.words.length > 2 ? 'exact' : 'likely';
      this.note(fitting.code, 'words', match, fitting.words.join(' '), at);
    }
  }

  /** `0201`, `错误码 0201`: a number that is all there is. */
  bareNumber(): void {
    if (!/^\d{3,6}$/.test(this.core)) return;
    for (const code of this.spellings.byDigits.get(this.core) ?? []) {
      this.note(code, 'number', 'exact', this.core, this.text.folded.indexOf(this.core));
    }
    if (this.core.length > 3) return;
    const value = Number(this.core);
    for (const prefix of this.spellings.prefixes) {
      for (const code of this.spellings.byNumber.get(`${prefix}:${value}`) ?? []) {
        const match = value >= 600 ? 'likely' : 'guess';
        this.note(code, 'number', match, this.core, this.text.folded.indexOf(this.core));
      }
    }
  }

  /** Codes in a field for codes, or at the head of a text, that no document has. */
  foreignFields(): void {
    const known = [...this.mentions.values()].filter(({ match }) => match !== 'guess');
    for (const { key, value, start } of this.codeFields) {
      if (known.some(({ at }) => Math.abs(at - start) < value.length + 3)) continue;
      const named = /^[A-Za-z][\w.:-]{2,80}$/.test(value) && /[._\d]|[a-z][A-Z]|^[A-Z_]+$/.test(value);
      // Vendors that number their errors; 0 is none, and what could be an HTTP status says nothing.
      const numbered = /^-?\d{1,9}$/.test(value) && !/^(?:-?0+|-1|[245]\d\d)$/.test(value);
      if ((named && key !== 'type') || (numbered && key !== 'status')) this.noteForeign(value, start);
    }
    for (const match of this.text.plain.matchAll(/(?:^|\n|error |\()\s{0,8}([A-Z][A-Za-z]{1,20}[.-]?\d{3,8})(?![\w.-]*[:/]\d)\b/g)) {
      const code = match[1] ?? '';
      const at = match.index + match[0].length - code.length;
      if (!known.some((mention) => Math.abs(mention.at - at) < code.length + 3)) this.noteForeign(code, at);
    }
  }

  private note(code: number, how: CodeSpelling, match: CodeMention['match'], spelled: string, at: number): void {
    const known = this.mentions.get(`${code} ${match}`);
    const where = this.whereAt(at, spelled);
    // The first mention counts, unless a later one stands in a field of its own.
    if (known && (known.where !== 'text' || where === 'text')) return;
    this.mentions.set(`${code} ${match}`, { code, how, match, spelled, where, at });
  }

  /** Whether a code was not yet seen so often that one more mention cannot matter. */
  private isNew(code: number): boolean {
    const times = (this.times.get(code) ?? 0) + 1;
    this.times.set(code, times);
    return times <= mostMentions;
  }

  private noteForeign(code: string, at: number): void {
    if (this.foreign.length < 20) this.foreign.push({ code, at });
  }

  private isAll(token: string): boolean {
    return this.core === token.toLowerCase();
  }

  private fieldAt(at: number): Field | undefined {
    return this.fields.find(({ start, end }) => at >= start && at < end);
  }

  private keyedCode(at: number): boolean {
    return this.codeFields.some(({ start, end }) => at >= start && at < end);
  }

  private whereAt(at: number, spelled: string): Where {
    const field = this.codeFields.find(({ start, end }) => at >= start && at < end);
    if (field) return field.where;
    return this.core === spelled.toLowerCase().trim() ? 'alone' : 'text';
  }
}

/** Where a text has a word, the first few times. */
function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  let at = text.indexOf(word);
  while (at >= 0 && places.length < 50) {
    places.push(at);
    at = text.indexOf(word, at + 1);
  }
  return places;
}

/** Whether letters are a part of a name that begins where one of its words begins. */
function startsWord(name: NamedCode, compact: string): boolean {
  let at = 0;
  for (const word of name.words) {
    if (name.compact.startsWith(compact, at)) return true;
    at += word.length;
  }
  return false;
}
