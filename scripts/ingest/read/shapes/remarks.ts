/** Paragraphs below a code that may be about other codes. */
import { constantOf, isSureCode } from '../../code-words.ts';
import type { CodeRecord, RecordList } from './recorder.ts';

/** A paragraph without a label below a code. */
export interface TextBelow {
  line: number;
  record: CodeRecord;
  text: string;
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{N}_./-]*[\p{L}\p{N}])?/gu;
/** A paragraph that sends the reader on. */
const reference = /^\s*(?:(?:please )?(?:see|refer to|compare)\b|(?:另|请)?参?[见考照阅])/i;

/**
 * Returns the paragraphs that may be about another code than that above them, or about all: they name another
 * one, or follow the labels of the last one, which may end there.
 *
 * @param records The codes of the document.
 */
export function listRemarks(
  texts: readonly TextBelow[],
  records: readonly CodeRecord[],
): RecordList['plainItems'] {
  const codes = new Set(records.map(({ lead }) => lead.code));
  const hasLabels = ({ texts: own }: CodeRecord) => [...own.keys()].some((label) => label !== '');
  return texts.flatMap(({ line, record, text }) => {
    const { code } = record.lead;
    const isLast = record === records.at(-1) && hasLabels(record);
    const others = (text.match(word) ?? []).filter((one) => one !== code && isSureCode(one));
    // `jam = 36` is a constant of its own.
    const isAbout = constantOf(text) !== undefined || others.some((one) => codes.has(one));
    const isRemark = !reference.test(text) && (isLast || isAbout);
    return isRemark ? [{ line, code }] : [];
  });
}
