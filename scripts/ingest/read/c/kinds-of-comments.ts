/** What a comment above a definition is about: its code, or the file, a group, another code. */
import { type Comment, type Definition, listCodes } from './comments.ts';

const licence =
  /\bcopyright (?:\(c\)|©|\d{4}|by\b)|©|\ball rights reserved|SPDX-License|\bdo not edit\b|\$Id\b|change ?log|revision history|修改记录|修订记录|变更记录|版权所有/i;

/** A comment that only marks a place: `end-of-error-codes`, `clang-format off`. */
const mark =
  /^(?:begin(?:ning)?|start|end)(?:-\S+|[ -]of[ -].*\b(?:codes|errors|list|section|block|group|definitions))?$|^(?:clang-format (?:on|off)|NOLINT\w*|(?:end)?region|[\\@]?[{}])$/i;

/** Whether a comment is never about the code below: a licence, a log of changes, a mark. */
export const isNote = ({ text }: Comment): boolean => licence.test(text) || mark.test(text);

const names = (text: string): string[] =>
  text.match(/(?<![\w.])[A-Za-z]\w*(?:_|[a-z][A-Z])\w*/g) ?? [];

/** Words in front of a name that is only referred to: `see E_IO`, `instead of E_IO`. */
const reference =
  /\b(?:see|use|as|like|unlike|than|to|of|with|without|from|for|by|or|and|after|before|not|on|if|when|except) [`'(]*$/i;

/** Whether a comment names a code of the file and no other. */
export function isNamed({ text }: Comment, { texts }: Definition): boolean {
  const own = texts.get('symbol');
  // `MessageId` is no name.
  const found = names(text).filter((name) => name === own || name.includes('_'));
  return found.length > 0 && found.every((name) => name === own);
}

/** Whether an ordinary comment speaks of another code of the file, not of the one below. */
export function isAboutOther(
  { text, isDoc }: Comment,
  { texts }: Definition,
  symbols: ReadonlySet<string | undefined>,
): boolean {
  const found = names(text);
  const symbol = texts.get('symbol') ?? '';
  if (isDoc || found.includes(symbol)) return false;
  const [, number, name = '', rest = ''] = gone.exec(text) ?? [];
  const isOther = number === undefined ? name !== symbol : number !== texts.get('code');
  if (rest !== '' && isOther) return true;
  const [first] = found;
  return (
    first !== undefined && symbols.has(first) && !reference.test(text.slice(0, text.indexOf(first)))
  );
}

/** `2003 removed`, `14: never assigned`, `HAWK_D (14) was removed`, `OWL_B = 22 withdrawn`, `2003 已废弃`. */
const gone =
  /^\W*(?:(-?(?:0x[\da-f]+|\d+))|([A-Z][A-Z\d]*_[A-Z\d_]+))\W*(?:(?:=\s*)?-?(?:0x[\da-f]+|\d+)\W*)?\s*((?:(?:was|is|has been|were)\s+)?(?:never|not|no longer|removed|renamed|retired|withdrawn|deleted|dropped|unused|unassigned|obsolete|reserved|kept|free|gone|moved|merged|replaced)\b|(?:已|曾)?(?:废弃|删除|移除|保留|预留|下线|停用|作废|未使用))/i;

const several =
  /\b(?:errors|codes|faults|alarms|warnings|statuses|values|constants|exceptions|following|below|these|all|range|family|group|category|section)\b|[:：]$|错误码|以下|下列|系列|相关|级别|类$/i;

/**
 * Whether the comment above the first code of a file is about the file: a long one, unless the next code has one
 * of its own, too.
 */
export function isBanner(own: Definition, next: Definition | undefined): boolean {
  const { leading, endLine } = own;
  if (!leading || names(leading.text).includes(own.texts.get('symbol') ?? '')) return false;
  const isLong = leading.lines.filter((_, at) => leading.text.split('\n')[at] !== '').length > 2;
  if (isLong && leading.isDoc && next?.leading?.isDoc) return false;
  if (isLong) return !next?.leading || several.test(leading.text);
  const isDirect = next?.line === endLine + 1;
  return isDirect && !leading.isDoc && !next.leading;
}

/** Whether a comment is the title of several codes: "common error code". */
export const isTitleOfCodes = ({ text }: Comment): boolean =>
  /^[\p{L} /&-]{0,40}\b(?:error|return|result|status) ?codes?[.:]?$/iu.test(text) ||
  /^[\p{L}\p{N} ]{0,12}(?:错误|返回|状态)码(?:定义|列表)?[。：]?$/u.test(text);

/** Whether a comment is a sentence about one code, not the heading of several. */
export const isSentence = ({ text, isTitle }: Comment, isBetween: boolean): boolean =>
  !isTitle &&
  !several.test(text) &&
  listCodes(text).length === 0 &&
  (/[.。!！]\W*$/.test(text) || (isBetween && /\S \S+ \S+ \S|[\u3400-\u9fff]{8}/.test(text)));
