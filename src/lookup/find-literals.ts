/** Finds codes in their own spelling, whatever they are made of: `-1012`, `Not Found`, `tikv:9001`, 错误. */
import { foldCase } from '../text/fold.ts';
import type { MentionList } from './mention-list.ts';

/** A number after a word such as "error". */
const labelledNumber =
  /(?:error|err|errno|code|错误码|错误代码|错误|报错|返回码)["']?[\s:=#([]{0,4}([+-]?\d{2,9}|0x[\da-f]{1,8})(?![\w.%])/g;
/** Characters between spaces, brackets and quotes. */
const run = /[^\s"'`()[\]{}<>,;|，。；（）]{3,320}/g;

/**
 * Adds the codes that are the whole text or the value of a field for codes, numbers after a word
 * such as "error", and codes with other characters inside.
 */
export function findLiterals(list: MentionList): void {
  const { plain, folded } = list.text;
  const whole = plain.trim();
  if (whole.length <= 320) addValue(list, whole, plain.indexOf(whole));
  for (const { value, start } of list.codeFields) addValue(list, value, start);
  for (const match of folded.matchAll(labelledNumber)) {
    const [text, number = ''] = match;
    addValue(list, number, match.index + text.length - number.length);
  }
  for (const { 0: text, index } of folded.matchAll(run)) {
    const word = text.replace(/[:.!?]+$/, '');
    for (const code of list.spellings.literals.get(word) ?? []) {
      list.add(code, word, index, 'same', 'exact');
    }
  }
}

/** Adds the codes that a value is. One that may be an HTTP status or ordinary words is only likely. */
function addValue(list: MentionList, value: string, at: number): void {
  if (value === '') return;
  const folded = foldCase(value);
  for (const code of list.codesSpelled(value)) {
    const spelling = list.spellings.spellingsOf(code).find((one) => foldCase(one) === folded);
    // find-names.ts judges names of Latin letters by their place and form.
    if (spelling === undefined || /^[A-Za-z][\w.-]{0,119}$/.test(spelling)) continue;
    const isSure = !/^[1-5]\d\d$/.test(folded) && (!/\s/.test(value) || spelling === value);
    list.add(code, value, at, 'same', isSure ? 'exact' : 'likely');
  }
}
