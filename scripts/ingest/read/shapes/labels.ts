/** Labels of lines: "Cause: …", "错误原因：…", "**Solution** …". */
import type { Inline } from '../../../../src/model/text.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { dropStart } from './parts.ts';

/** A label, and the text behind it. */
export interface Labelled {
  label: string;
  children: Inline[];
}

/** Signs of JSON and code are in no label. */
const pattern = /^\s*([^:：\n{}"`<>=]{1,40}?)\s*[:：]\s*/;
/** Words that are followed by a colon in running text. */
const maxWords = 5;

/** Returns the text before the first colon of a line; a colon inside a link or a code span belongs to it. */
function textBeforeColon(children: Inline[]): [whole: string, text: string] | undefined {
  const [whole, text] = pattern.exec(plainText(children)) ?? [];
  if (whole === undefined || text === undefined) return undefined;
  const [first] = children;
  const isWhole =
    (first?.type === 'link' || first?.type === 'inlineCode') &&
    plainText([first]).length > text.length + 1;
  return isWhole ? undefined : [whole, text];
}

/**
 * Returns the label of a line and the rest of it; undefined if it begins with no label.
 *
 * @param isLabel Whether a text before a colon is a label.
 * @param lookUp Also tells labels without a colon, if they are bold.
 */
export function splitLabel(
  children: Inline[],
  isLabel: (text: string) => boolean,
  lookUp: HeadingLookup,
): Labelled | undefined {
  const [whole, label] = textBeforeColon(children) ?? [];
  if (whole !== undefined && label !== undefined && isLabel(label)) {
    return { label, children: dropStart(children, whole.length) };
  }
  const [first] = children;
  if (first?.type !== 'strong') return undefined;
  const bold = plainText(first.children);
  if (lookUp(bold) === undefined) return undefined;
  return { label: bold.replace(/\s*[:：]\s*$/, '').trim(), children: children.slice(1) };
}

/** Returns the text before the first colon of a line if it could be a label. */
export function readPossibleLabel(children: Inline[]): string | undefined {
  const [, label] = textBeforeColon(children) ?? [];
  return label !== undefined && label.split(/\s+/).length <= maxWords && !/[.。,，;；]/.test(label)
    ? label
    : undefined;
}
