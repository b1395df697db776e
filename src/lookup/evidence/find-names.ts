/** Finds codes that are names: `APIGATEWAY_DOMAIN_NUM_IS_MAX`, whole, in part, misspelt. */
import { compactOf } from '../code-key.ts';
import type { CodeSpellings, NamedCode } from '../index/code-spellings.ts';
import { limits } from '../tuning.ts';
import type { CodeMention, CodeSpelling, MentionList } from './mention-list.ts';

const maxLength = 120;
/** A first part of one or two letters is in capitals or has an underscore: `GW.Busy`, `DB_TIMEOUT`, not `e.g`. */
const token =
  /(?:[A-Za-z][A-Za-z0-9]{2,}|[A-Za-z][A-Za-z0-9]?_[A-Za-z0-9]+|[A-Z][A-Z0-9]?[.-][A-Za-z]{3,})(?:[_.-]{1,2}[A-Za-z0-9]+){0,16}/g;
const wholeToken = new RegExp(`^${token.source}$`);
/** Not a word of a sentence: `LogsetEmpty`, `LimitExceeded.Zone`, `UNDELIV880S`. */
export const joinedWords = /[a-z][A-Z]|\.[A-Za-z]|[A-Z]\d|\d[A-Z]/;

/** Whether a word is too short or too mixed for the names that are looked for: `e1`, `X.JS1`. */
export function isShortName(word: string): boolean {
  return (
    /^(?=.*[A-Za-z])[A-Za-z\d]+(?:[._-]{1,2}[A-Za-z\d]+)*$/.test(word) && !wholeToken.test(word)
  );
}

/** Whether a text has joined words that are a code in a document's spelling. */
export function hasSpelledName(text: string, spellings: CodeSpellings): boolean {
  if (!spellings.hasNames || !joinedWords.test(text)) return false;
  const words = text.match(token) ?? [];
  return words.some(
    (word) =>
      joinedWords.test(word) &&
      spellings.codesOf(word).some((code) => spellings.spellingsOf(code).includes(word)),
  );
}

/**
 * Adds `APIGATEWAY_NOT_FOUND`, `apigateway-not-found`, `ApigatewayNotFound`, `apigateway not found`,
 * parts of names and misspelt ones.
 */
export function findNames(list: MentionList): void {
  if (!list.spellings.hasNames) return;
  const strange = new Map<string, number>();
  for (const { 0: word, index } of list.text.plain.matchAll(token)) {
    if (word.length > maxLength || addName(list, word, index)) continue;
    if (strange.size < limits.strangeWords && !strange.has(word)) strange.set(word, index);
  }
  for (const [word, at] of strange) addNearName(list, word, at);
  findSpaced(list);
}

function addName(list: MentionList, word: string, at: number): boolean {
  const codes = list.codesSpelled(word);
  for (const code of codes) {
    const names = list.spellings.namesOf(code);
    const name = names.find(({ compact }) => compact === compactOf(word)) ?? names[0];
    if (!name) continue;
    const [how, match] = judgeName(list, name, word, at);
    // "an internal error" names no code; INTERNAL may.
    const isWord = match === 'guess' && name.words.length === 1 && word !== word.toUpperCase();
    if (!isWord) list.add(code, word, at, how, match);
  }
  return codes.length > 0;
}

/** Plain words that are codes too (`NOT_FOUND`, `CONFLICT`) need more than their letters. */
function judgeName(
  list: MentionList,
  name: NamedCode,
  word: string,
  at: number,
): [CodeSpelling, CodeMention['match']] {
  const same = word.includes('_') || name.words.length === 1;
  const how = same ? 'same' : 'spelling';
  const joined = name.words.length > 1 && word.includes('_');
  if (name.marked || joined || isWholeText(list, word)) return [how, 'exact'];
  const own = joinedWords.test(word) && list.spellings.spellingsOf(name.code).includes(word);
  const keyed = (own || same) && list.codeFieldAt(at)?.value === word;
  if (keyed || (own && word.includes('.'))) return [own ? 'same' : how, 'exact'];
  // Other services may have the code `LogsetEmpty` too.
  return own ? ['same', 'likely'] : [how, 'guess'];
}

/** Whether a word is the whole text. In small letters it may have no words around it: "unknown code". */
function isWholeText(list: MentionList, word: string): boolean {
  const whole = word === word.toLowerCase() ? list.text.folded.trim() : list.core;
  return whole === word.toLowerCase();
}

/**
 * Adds the names that a word is a part of, else those that it misspells. A word in capitals that
 * begins like the names of a catalog is an unknown code.
 */
function addNearName(list: MentionList, word: string, at: number): void {
  const { spellings } = list;
  const compact = compactOf(word);
  const joined = /[a-z0-9]_[a-z0-9]/i.test(word);
  const whole = isWholeText(list, word);
  const rest = list.text.plain.slice(at + word.length, at + word.length + 3);
  const cut = /^[_.-]?$/.test(rest) && list.codeFieldAt(at) !== undefined;
  if (compact.length < 5 || !(joined || cut || whole)) return;
  const parts = spellings
    .namesWhere((name) => compact.length < name.length && name.includes(compact))
    .filter((name) => hasPart(name, compact));
  for (const { code, marked, words } of parts) {
    // Other vendors' codes are made of the same words: inside a text only the mark may be missing.
    const unmarked = marked && compact === words.slice(1).join('');
    const sure = joined && (unmarked || (parts.length === 1 && (whole || cut)));
    list.add(code, word, at, 'part', sure ? 'likely' : 'guess');
  }
  const misspelt = spellings.near
    .within(compact, compact.length < 10 ? 1 : 2)
    .filter((other) => other.length >= 8)
    .flatMap((other) => spellings.namesWhere((name) => name === other));
  for (const { code } of misspelt) list.add(code, word, at, 'typo', 'likely');
  const [mark = ''] = word.toLowerCase().split('_');
  const isMarked = joined && word === word.toUpperCase() && spellings.marks.has(mark);
  if (isMarked && misspelt.length === 0) list.addUnknown(word, at);
}

/** Whether letters are a part of a name that begins at one of its words. */
function hasPart(name: NamedCode, compact: string): boolean {
  let at = 0;
  return name.words.some((word) => {
    const found = name.compact.startsWith(compact, at);
    at += word.length;
    return found;
  });
}

/** Adds `apigateway delete api error`: words with spaces, the longest name that fits. */
function findSpaced(list: MentionList): void {
  const { folded } = list.text;
  const { spellings } = list;
  const all = folded.trim();
  const starts = [...spellings.marks].flatMap((mark) => positionsOf(`${mark} `, folded));
  if (all.length <= maxLength && starts.length === 0) starts.push(folded.indexOf(all));
  for (const at of starts) {
    const words = folded.slice(at, at + maxLength).split(/[^a-z0-9]+/, 16);
    const compact = words.join('');
    const fitting = spellings
      .namesWhere((name) => compact.startsWith(name))
      .filter((name) => name.words.length > 1 && name.words.every((word, i) => words[i] === word))
      .sort((a, b) => b.words.length - a.words.length)[0];
    if (!fitting || !(fitting.marked || compactOf(all) === fitting.compact)) continue;
    const match = fitting.marked || fitting.words.length > 2 ? 'exact' : 'likely';
    list.add(fitting.code, fitting.words.join(' '), at, 'words', match);
  }
}

/** The first 50 positions of a word in a text. */
function positionsOf(word: string, text: string): number[] {
  const positions: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && positions.length < 50; ) {
    positions.push(at);
    at = text.indexOf(word, at + 1);
  }
  return positions;
}
