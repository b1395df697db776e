/** What a site puts below the text of a page: dates of changes, links to other pages, questions to the reader. */
import type { Block } from '../../../../src/model/text.ts';
import { plainText } from '../rich-text.ts';
import { type BlockPart, type Part, splitLines } from './parts.ts';

const date = /\d{4}|\d+ (?:minute|hour|day|week|month|year)s? ago/;
/** A line that only links to other pages, or has an arrow to them. */
const neighbour =
  /^[←«‹<\s]*(?:prev(?:ious)?|next)(?:\s+(?:page|article|topic|chapter|section|post))?\s*(?:[:：|›»→>]|$)/;
const furniture: ((line: string, isLink: boolean) => boolean)[] = [
  (line) =>
    /^(?:last (?:updated?|modified|edited|reviewed|changed)|page last)\b|^(?:文档|页面|本文|本页)?(?:最后|最近|上次)(?:一次)?(?:更新|修改|编辑)|^(?:文档)?(?:更新|修改|发布)(?:时间|日期|于)/.test(
      line,
    ) && date.test(line),
  (line) =>
    /^(?:was|did|is) this (?:page|article|topic|content|information|document|answer)\b.*\?/.test(
      line,
    ) ||
    /^(?:(?:以上|本|该|此|这)?(?:文档|页面|文章|内容|篇文章|页)?(?:内容)?)?(?:是否|对您|对你|有没有).{0,8}(?:帮助|有用).{0,3}[?？]?(?:[\s/|]*(?:是|否|有|没有|👍|👎))*$/.test(
      line,
    ),
  (line) => /^(?:©|\(c\)\s*\d{4}|copyright\b.{0,8}\d{4}|版权所有)|转载请注明|^👍/.test(line),
  (line, isLink) => neighbour.test(line) && (isLink || /[←«‹›»→]/.test(line)),
  (line) => /^[←«‹<\s]*[上下]一(?:篇|页|章|节|主题|条)(?:\s*[:：|›»→>]|$)/.test(line),
  (line) =>
    /^(?:✏️?\s*)?(?:edit (?:this page|on git\w+)|suggest edits?|view page source|编辑(?:此|本|该)页|在\s*git\w+\s*上编辑)/.test(
      line,
    ),
  (line) => /^(?:[↑⬆]\s*)?(?:back to (?:the )?top|(?:返回|回到)(?:页面)?顶部)$/.test(line),
  (line) => pageNumber.test(line),
  (line) => /^(?:built|powered|generated) (?:with|by)\b/.test(line),
];
/** The number of a printed page. */
const pageNumber = /^(?:page \d+(?: of \d+)?|第\s*\d+\s*页(?:[,，/\s]*共\s*\d+\s*页)?)$/;
/** Answers, signs and short names beside such a line: "Feedback | Contact". */
const beside =
  /^(?:(?:yes|no|是|否|有|没有|👍|👎|[\s/|·•-])*|[^。.!?！？:：]{1,24}(?:\s*[|·]\s*[^。.!?！？:：]{1,24})+)$/;

/**
 * Parts the end of a page from its text.
 *
 * @param parts The parts of a document.
 * @returns `below`: the last paragraphs and lists, if each of their lines is of the page, and the numbers of printed
 *   pages wherever they are. They belong to no code.
 * @example The paragraph "Last updated: May 2, 2024" behind the text of the last code
 */
export function partFurniture(parts: Part[]): { parts: Part[]; below: BlockPart[] } {
  let start = parts.length;
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at];
    if (part?.type !== 'block') break;
    const lines = linesOfText(part.block);
    if (!lines.every((line) => beside.test(line.text) || isFurniture(line))) break;
    if (lines.some(isFurniture)) start = at;
  }
  const isBelow = (part: Part, at: number): part is BlockPart =>
    part.type === 'block' &&
    (at >= start || linesOfText(part.block).every(({ text }) => pageNumber.test(text)));
  return { parts: parts.filter((part, at) => !isBelow(part, at)), below: parts.filter(isBelow) };
}

interface TextLine {
  text: string;
  isLink: boolean;
}

const isFurniture = ({ text, isLink }: TextLine): boolean =>
  furniture.some((test) => test(text, isLink));

/** The lines of a paragraph or of a flat list; of another block one that is no furniture. */
function linesOfText(block: Block): TextLine[] {
  if (block.type === 'paragraph')
    return splitLines(block.children, 0).map(({ children }) => ({
      text: plainText(children).trim().toLowerCase(),
      isLink: children.some(({ type }) => type === 'link'),
    }));
  if (block.type !== 'list') return [{ text: 'text', isLink: false }];
  return block.children.flatMap(({ children }) => children.flatMap(linesOfText));
}
