/** Titles of several codes, or of parts that have none. */
import type { Inline } from '../../../../src/model/text.ts';
import type { HeadingLookup } from '../../headings.ts';
import { plainText } from '../rich-text.ts';
import { leadOf, linesOf } from './items.ts';
import type { LeadKind } from './leads.ts';
import type { Part } from './parts.ts';

/** A longer line with a colon at its end is a sentence. */
const longestTitle = 60;

/**
 * Whether a line in bold is the title of the codes of the next part; between codes, one with a colon at its end
 * is, too.
 *
 * @param kind The kind of parts that begin with codes.
 * @param isBetween Whether the line follows a code.
 */
export function isTitleOfCodes(
  children: Inline[],
  next: Part | undefined,
  kind: LeadKind,
  lookUp: HeadingLookup,
  isBetween: boolean,
): boolean {
  if (!next || next.type === 'table') return false;
  const text = plainText(children).trim();
  const isTitle =
    children.every(({ type }) => type === 'strong') ||
    (kind !== 'heading' &&
      isBetween &&
      /[:：]$/.test(text) &&
      text.length <= longestTitle &&
      !text.includes('\n'));
  const [first] = next.type === 'block' || next.type === kind ? linesOf(next) : [];
  return isTitle && first !== undefined && leadOf(first.children, kind, lookUp) !== undefined;
}

/** Titles of parts of a description of an interface, or of a manual, that have names, but no codes. */
const asides =
  /\b(?:parameters?|request|response) (?:parameters?|elements?|syntax|headers?|body)\b|^(?:(?:related )?parameters?|examples?|(?:command[- ]line )?options?|environment(?: variables?)?|files)$|^(?:(?:message|object|request|response) )?(?:attributes|fields|properties|settings)$|环境变量|^(?:命令行)?选项$|^(?:消息|对象|请求|返回|响应)?(?:字段|属性)(?:说明|列表)?$|请求参数|返回参数|响应参数|参数说明/i;
export const isAside = (title: Inline[] | undefined): boolean =>
  title !== undefined &&
  asides.test(
    plainText(title)
      .trim()
      .replace(/\s*[:：]$/, ''),
  );
