/** Paragraphs below a code that may be about other codes. */
import { isSureCode } from '../../code-words.ts';
import type { RecordList } from './recorder.ts';

/** A paragraph without a label below a code. */
export interface TextBelow {
  line: number;
  code: string;
  text: string;
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}])?/gu;
/** A paragraph that sends the reader on. */
const reference = /^\s*(?:(?:please )?(?:see|refer to|compare)\b|(?:另|请)?参?[见考照阅])/i;

/**
 * Returns the paragraphs that name another code than that above them: they may be about it, or about all.
 *
 * @param codes The codes of the document.
 * @example listRemarks([{ line: 9, code: 'E2', text: 'Some, such as E1, can be off.' }], new Set(['E1', 'E2'])).length // => 1
 */
export const listRemarks = (
  texts: readonly TextBelow[],
  codes: ReadonlySet<string>,
): RecordList['plainItems'] =>
  texts.flatMap(({ line, code, text }) => {
    const others = (text.match(word) ?? []).filter((one) => one !== code && isSureCode(one));
    const isRemark = !reference.test(text) && others.some((one) => codes.has(one));
    return isRemark ? [{ line, code }] : [];
  });
