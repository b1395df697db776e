/** Codes in their own spelling, whatever they are made of: `-1012`, `Not Found`, `tikv:9001`, 错误. */
import { foldCase } from '../text/fold.ts';
import type { MentionList } from './mention-list.ts';

/** Error messages name a number after one of these. */
const labelledNumber =
  /(?:error|err|errno|code|错误码|错误代码|错误|报错|返回码)["']?[\s:=#([]{0,4}([+-]?\d{2,9}|0x[\da-f]{1,8})(?![\w.%])/g;
/** Runs of characters between spaces, brackets and quotes. */
const run = /[^\s"'`()[\]{}<>,;|，。；（）]{3,320}/g;

/**
 * Notes the codes that are the whole text or the value of a field for codes, numbers after a word
 * such as "error", and codes with signs inside.
 *
 * @param list Where to note them.
 */
export function findLiterals(list: MentionList): void {
  const { plain, folded } = list.text;
  const whole = plain.trim();
  if (whole.length <= 320) noteValue(list, whole, plain.indexOf(whole));
  for (const { value, start } of list.codeFields) noteValue(list, value, start);
  for (const match of folded.matchAll(labelledNumber)) {
    const [text, number = ''] = match;
    noteValue(list, number, match.index + text.length - number.length);
  }
  if (list.spellings.literals.size === 0) return;
  for (const { 0: text, index } of folded.matchAll(run)) {
    const word = text.replace(/[:.!?]+$/, '');
    for (const code of list.spellings.literals.get(word) ?? []) {
      list.note(code, word, index, 'same', 'exact');
    }
  }
}

/** Notes the codes that a value is. What may be an HTTP status, or ordinary words, is less sure. */
function noteValue(list: MentionList, value: string, at: number): void {
  if (value === '') return;
  const folded = foldCase(value);
  for (const code of list.codesSpelled(value)) {
    const spelling = list.spellings.all[code]?.find((one) => foldCase(one) === folded);
    if (spelling === undefined || isPlainName(spelling)) continue;
    const isSure = !/^[1-5]\d\d$/.test(folded) && (!/\s/.test(value) || spelling === value);
    list.note(code, value, at, 'same', isSure ? 'exact' : 'likely');
  }
}

/** Names of Latin letters are judged by their place and form in find-names.ts. */
function isPlainName(code: string): boolean {
  return /^[A-Za-z][\w.-]{0,119}$/.test(code);
}
