/** Remarks and badges behind a code in its cell. */
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { statusesOf } from '../../../src/text/statuses.ts';
import { isCode, isSum, isSureCode } from '../code-words.ts';
import { isPhrase } from './code-lists.ts';

/** What a cell of a column of codes holds. */
export interface CodeCell {
  codes: string[];
  /** Further identifiers: `400 (10100)`, `4012 TIMEOUT`. */
  aliases: string[];
  /** An HTTP status next to the code: `Success (200)`. */
  status?: string;
  /** Words next to a code that is a number: `404 Not Found`. */
  message?: string;
  /** Whether a space inside the code was removed: `ERR _006`. */
  isJoined?: true;
}

/**
 * Reads a code with a remark behind it: `E1 (no longer used)`, `E1（已废弃）`, `E1 (since 2.1)`, `E_IO New`.
 * A code that the remark says it had before is an alias: `E1 (was OLD-1)`.
 */
export function readMarked(cell: string): CodeCell | undefined {
  const [, code = '', bracket = ''] =
    /^(\S*[^\s(（[【])\s*[(（[【]([^()（）[\]【】]+)[)）\]】]$/.exec(cell) ?? [];
  if (bracket === '') return readBadged(cell);
  if (isSum(bracket) && isCode(code)) return { codes: [code], aliases: [] };
  const [, earlier] = formerCode.exec(bracket) ?? [];
  if (earlier !== undefined && isSureCode(earlier) && isCode(code))
    return { codes: [code], aliases: [earlier] };
  if (!isSureCode(code)) return undefined;
  const [status = '', more] = /^HTTP\b/i.test(bracket) ? statusesOf(bracket) : [];
  if (status !== '' && more === undefined) return { codes: [code], aliases: [], status };
  return isRemark(bracket, code.length + 2 + bracket.length === cell.length)
    ? { codes: [code], aliases: [] }
    : undefined;
}

/** What stands before a code that was replaced. */
const formerCode =
  /^(?:was|formerly|previously|old(?: code)?|原(?:为|码|错误码)?|旧(?:码|错误码)?)[\s:：]*(\S+)$/iu;

/** Whether a text in brackets is a remark and no identifier; other codes stand alone, in lists or behind “or”. */
function isRemark(bracket: string, isClose: boolean): boolean {
  if (/^v?\d+(?:\.\d+)+\+?$/i.test(bracket)) return true;
  if (/^(?:and|or)\b|^[和或与及]/.test(bracket)) return false;
  if (/[\d_]/.test(bracket)) return /\p{Ll}{2,}\s|\p{Script=Han}/u.test(bracket);
  const isWord = isCode(bracket) && (/^\P{Ll}/u.test(bracket) || isClose);
  return !isWord || hasHan(bracket);
}

/** What badges say of a code; the same words are no name of it. */
const badgeWords =
  /^(?:deprecated|obsolete|removed|retired|reserved|legacy|new|beta|preview|experimental|internal|(?:已)?(?:废弃|弃用|停用|下线|作废|删除)|新增|保留|预留|内部)$/i;

/** Whether a word is a badge beside a code. */
export const isBadgeWord = (word: string): boolean => badgeWords.test(word);

/** Reads a code with a few words beside it that are a badge. */
function readBadged(cell: string): CodeCell | undefined {
  const [, code = '', words = ''] = /^(\S+)\s+(\S.*)$/s.exec(cell) ?? [];
  const isShort = words.split(/\s+/).length <= 3 && isPhrase(words) && !/[\d_]/.test(words);
  const isBadge = isShort && !/^(?:and|or)\b|^[和或与及]/.test(words);
  return isBadge && /[\d_]/.test(code) && isSureCode(code)
    ? { codes: [code], aliases: [] }
    : undefined;
}
