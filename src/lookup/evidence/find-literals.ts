/** Finds codes in their own spelling, whatever they are made of: `-1012`, `Not Found`, `tikv:9001`, 错误. */
import { foldCase } from '../../text/fold.ts';
import { isShortName } from './find-names.ts';
import type { CodeMention, MentionList } from './mention-list.ts';

/** A number after a word such as "error", or after one that says that something failed: `ret=-4015`. */
const labelledNumber =
  /(?:(error|err|errno|code|错误码|错误代码|错误|报错|返回码)|(?<![a-z])(?:ret|rc|returned|return|result|failed|failure|失败|返回))(?: with)?["']?[\s:=#([：]{0,4}([+-]?\d{2,10}|0x[\da-f]{1,8})(?![\w.%])/g;
/** Characters between spaces, brackets and quotes. */
const run = /[^\s"'`()[\]{}<>,;|，。；（）]{3,320}/g;

/**
 * Adds the codes that are the whole text or the value of a field for codes, numbers after a word
 * such as "error", and codes with other characters inside.
 */
export function findLiterals(list: MentionList): void {
  const { plain, folded } = list.text;
  const whole = plain.trim();
  if (whole.length <= 320) addValue(list, whole, plain.indexOf(whole), { isWord: true });
  addAlike(list);
  for (const { key, value, start } of list.codeFields)
    addValue(list, value, start, { isWord: key !== 'type' && key !== 'status' });
  const literals = [...folded.matchAll(run)].flatMap(({ 0: text, index }) => {
    const word = text.replace(/[:.!?]+$/, '');
    const codes = list.spellings.literals.get(word) ?? [];
    const spelled = plain.slice(index, index + word.length);
    for (const code of codes) list.add(code, spelled, index, 'same', 'exact');
    return codes.length > 0 ? [[index, index + word.length] as const] : [];
  });
  for (const match of folded.matchAll(labelledNumber)) {
    const [text, label, number = ''] = match;
    const at = match.index + text.length - number.length;
    // The number of `SMGPERR:34` is not the code 34.
    if (literals.some(([start, end]) => start < at && at < end)) continue;
    if (label !== undefined) addValue(list, number, at);
    else if (!/^[+]?\d{1,2}$/.test(number)) addValue(list, number, at, { most: 'likely' });
  }
}

/** Adds the codes that the whole text is, and as likely those that differ in case and signs only. */
function addAlike(list: MentionList): void {
  const { typed } = list.text;
  if (list.typed.size === 0 && !isShortName(typed)) return;
  const nearest = list.codesSpelled(typed);
  for (const code of list.spellings.codesOf(typed))
    if (list.typed.has(code) || !nearest.includes(code))
      list.add(code, typed, 0, 'spelling', 'likely');
}

/** Adds the codes that a value is. One that may be an HTTP status or ordinary words is only likely. */
function addValue(
  list: MentionList,
  value: string,
  at: number,
  { most = 'exact', isWord = false }: { most?: CodeMention['match']; isWord?: boolean } = {},
): void {
  if (value === '') return;
  const folded = foldCase(value);
  const codes = list.codesSpelled(value);
  for (const code of codes) {
    const spellings = list.spellings.spellingsOf(code);
    const spelling = spellings.find((one) => foldCase(one) === folded);
    if (spelling === undefined && spellings.some((one) => isSameNumber(one, value)))
      list.add(code, value, at, 'spelling', 'likely');
    // Neither find-names.ts nor find-numbered.ts reads these.
    if (isWord && isShortName(value) && !/\d\d$/.test(value)) {
      const how = spellings.includes(value) ? 'same' : 'spelling';
      list.add(code, value, at, how, codes.length === 1 ? most : 'likely');
      continue;
    }
    // find-names.ts judges names of Latin letters by their place and form.
    if (spelling === undefined || /^[A-Za-z][\w.-]{0,119}$/.test(spelling)) continue;
    const isSure = !/^[1-5]\d\d$/.test(folded) && (!/\s/.test(value) || spelling === value);
    list.add(code, value, at, 'same', isSure ? most : 'likely');
  }
}

/** Whether two numbers differ only in their sign: programs return 4015 as -4015. */
function isSameNumber(spelling: string, value: string): boolean {
  const [own, other] = [spelling, value].map((text) => text.replace(/^[+-]/, ''));
  return own === other && /^\d{3,10}$/.test(own ?? '');
}
