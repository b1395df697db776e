/** Remarks that name codes, outside the tables: readers of the page of a code would miss them. */
import type { ReadResult } from '../../../src/model/document.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { isHttpStatus, isSureCode } from '../code-words.ts';
import { finding } from '../findings.ts';
import { plainText } from '../read/rich-text.ts';
import { linesOf } from '../read/shapes/items.ts';
import { listParts } from '../read/shapes/parts.ts';

/** A line with more codes is a list of them, one of a few words a title. */
const maxCodes = 3;
const minWords = 4;
const codeWord =
  /(?<![\p{L}\p{N}])-\d+(?![\p{L}\p{N}.])|[[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}_.\-\/]--\p{Script=Han}]*(?<![.\-\/])/gv;

/** Whether a code is no word of a sentence: `isv.SIGN_EXPIRED`, `auth/token-expired`. */
const isTelling = (code: string): boolean =>
  isSureCode(code) || /^-\d+$/.test(code) || (code.length >= 6 && /\p{L}[._/-]\p{L}/u.test(code));

/** What stands before a number that is a code: "result 250", "错误码 404". */
const labelBefore =
  /(?:\b(?:code|error|err|errno|cause|result|return|response|alarm|event|fault|exception|message|reason)(?: (?:code|value|number|no\.?))?|错误码|状态码|返回码|返回值|错误|告警|故障|代码)[\s:：#"'`“(（]*$/i;

/** What stands before a code that is only an example. */
const example = /(?:\b(?:for example|for instance|e\.g\.|such as)|[例比诸]?如)[\s:：,，“"'`(（]*$/i;

/** Whether a number begins a line, or follows a word for codes. */
const isLabelled = (word: string, before: string): boolean =>
  /^\d+$/.test(word) && (before.trim() === '' || labelBefore.test(before));

/**
 * Reports the lines of text that name a code of the document, for each code.
 *
 * @param notes The text outside the tables.
 * @param entries The entries of the document.
 */
export function findMentions(
  { notes }: Pick<ReadResult, 'notes'>,
  entries: readonly Entry[],
  file: string,
): Finding[] {
  const codes = new Map(
    entries.flatMap(({ code, aliases = [] }) =>
      [code, ...aliases].map((name) => [name, code] as const),
    ),
  );
  const texts = listParts({ tables: [], notes, findings: [] }).filter(
    (part) => part.type === 'block' && part.block.type !== 'code',
  );
  return texts.flatMap(linesOf).flatMap(({ line, children }) => {
    const text = plainText(children).trim();
    const words = [...text.matchAll(codeWord)];
    const remarked = words.filter(({ 0: word, index }) => {
      const before = text.slice(Math.max(0, index - 30), index);
      const isNamed = (isTelling(word) && !isHttpStatus(word)) || isLabelled(word, before);
      return codes.has(word) && isNamed && !example.test(before);
    });
    const named = [...new Set(remarked.map(([word]) => codes.get(word) ?? word))];
    const isRemark =
      named.length <= maxCodes && (words.length >= minWords || /\p{Script=Han}{4}/u.test(text));
    return isRemark
      ? named.map((code) => ({
          ...finding('code-in-notes', { file, line }, code, text.slice(0, 200)),
          code,
        }))
      : [];
  });
}
