/** What a column of codes looks like: phrases, letters and digits they share. */
import { countAll } from '../../../src/text/count-all.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { reasonPhrases } from '../../../src/text/statuses.ts';
import { isCode } from '../code-words.ts';
import { isCodeList, isPhrase, spacedCode, stemOf } from './code-lists.ts';
import { readMarked } from './code-remarks.ts';

/** What the cells of a column show together. */
export interface CodeColumn {
  /** Most cells are short phrases, no two the same: the phrases are the codes. */
  hasPhrases: boolean;
  /** Most cells are letters and digits that stand apart. */
  isSpaced: boolean;
  /** The words next to HTTP statuses are their reason phrases, not names of errors. */
  hasReasons: boolean;
  /** The letters before the first digit of most codes; undefined if most have no digit, or no letters in common. */
  stem: string | undefined;
  /** How often each number of digits occurs in codes of one word. */
  digits: ReadonlyMap<number, number>;
  /** At least half of the codes have digits. */
  hasDigits: boolean;
  /** Nearly all codes have digits. */
  hasMostlyDigits: boolean;
  /** At least half of the codes have Chinese characters. */
  isChinese: boolean;
  /** The numbers of constants, if cells have them as in the source of a program: `E_ARGS = (E_BASE + 1)`. */
  constants: ReadonlyMap<string, string>;
}

/** Judges a column of codes by all of its cells. */
export function describeCodeColumn(cells: readonly string[]): CodeColumn {
  const filled = cells.filter((cell) => cell !== '');
  const phrases = filled.filter((cell) => !isCodeList(cell) && isPhrase(cell) && !readMarked(cell));
  const numbered = filled.filter((cell) => /\d/.test(cell));
  const distinct = new Set(phrases.map((cell) => cell.toLowerCase())).size;
  const beside = filled.flatMap((cell) => {
    const [, status, words] = statusAndWords.exec(cell) ?? [];
    return status === undefined ? [] : [(words ?? '').toLowerCase().replaceAll('-', ' ')];
  });
  return {
    hasPhrases: phrases.length >= filled.length * 0.6 && distinct >= phrases.length * 0.8,
    isSpaced: filled.filter((cell) => spacedCode.test(cell)).length * 2 > filled.length,
    hasReasons: beside.filter((words) => reasonPhrases.has(words)).length * 2 >= beside.length,
    stem: commonStem(filled),
    digits: countAll(numbered.filter(isCode).map(countDigits)),
    isChinese: filled.filter(hasHan).length * 2 >= filled.length,
    hasMostlyDigits: numbered.length >= filled.length * 0.7,
    hasDigits: numbered.length * 2 >= filled.length,
    constants: listConstants(filled),
  };
}

/** A constant and its value. */
export const constantAndValue =
  /^(?:(?:const|constexpr|static|unsigned|int|long|u?int\d+_t|#define)\s+)*([A-Za-z]\w*)\s*=\s*(\S.*?);?$/;

/** Returns the numbers of constants: of an enumeration those without a value count on (C11, 6.7.2.2). */
function listConstants(cells: readonly string[]): Map<string, string> {
  const constants = new Map<string, string>();
  const names = cells.flatMap((cell) => constantAndValue.exec(cell)?.[1] ?? []);
  if (names.length === 0 || new Set(names).size < names.length) return constants;
  let last: number | undefined;
  for (const cell of cells) {
    const [, name = cell, value = ''] = constantAndValue.exec(cell) ?? [];
    const [, base = '0', sign = '+', added = '0'] =
      /^\(*\s*([A-Za-z]\w*)?\s*(?:(?<=\w\s*)([+-]))?\s*\(?(-?\d+|0x[\da-f]+)?[\s)]*$/i.exec(
        value,
      ) ?? [];
    const known = base === '0' ? 0 : Number(constants.get(base));
    const own =
      value === '' ? (last ?? Number.NaN) + 1 : known + (sign === '-' ? -1 : 1) * Number(added);
    last = Number.isNaN(own) ? undefined : own;
    const isLiteral = /^(?:-?\d+|0x[\da-f]+)$/i.test(value);
    if (last !== undefined) constants.set(name, isLiteral ? value : String(last));
  }
  return constants;
}

/** A status, then words. */
const statusAndWords = /^([1-5]\d\d)[\s:：-]+(\p{L}[\p{L}\s'-]*)$/u;
/** Whether a text may be one of the codes of a column: it begins like them, or is a word with as many digits. */
export function isLikeCodes(text: string, { stem, digits }: CodeColumn): boolean {
  if (stem === undefined) return /[\d_.]/.test(text);
  if (text.startsWith(stem) && /^\d/.test(text.slice(stem.length))) return true;
  const isNumbered = isCode(text) && /\d/.test(text);
  return isNumbered && (digits.get(countDigits(text)) ?? 0) > 1;
}

function commonStem(cells: readonly string[]): string | undefined {
  const numbered = cells.filter((cell) => /\d/.test(cell));
  const [stem, count] = [...countAll(numbered.map(stemOf))].sort((a, b) => b[1] - a[1])[0] ?? [
    '',
    0,
  ];
  return numbered.length * 2 >= cells.length && count * 2 > numbered.length ? stem : undefined;
}

const countDigits = (text: string): number => text.match(/\d/g)?.length ?? 0;
