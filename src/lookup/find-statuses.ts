/** HTTP statuses that a text speaks of, and how surely a number is one. */
import { reasonsByStatus } from '../text/statuses.ts';
import { type Field, keyKinds, type Where } from './fields.ts';

/** A three-digit number that is, or may be, an HTTP status. */
export interface StatusMention {
  status: string;
  where: Where;
  /** Position of its first digit. */
  at: number;
  /** From 0 to 1: a status line is sure, a bare number between spaces is not. */
  weight: number;
}

const reasonList = Object.values(reasonsByStatus).join('|');
const reasonPattern = new RegExp(reasonList, 'g');

const patterns: { pattern: RegExp; where: Where; weight: number }[] = [
  {
    pattern: /http\/[123](?:\.[01])?["',)]{0,3}\s{1,3}([1-5]\d\d)(?!\d)/g,
    where: 'statusLine',
    weight: 1,
  },
  {
    pattern: /(?:http|status(?: code)?|状态码|返回码?|报错?)[^\w\n]{0,4}([1-5]\d\d)(?![\d.]*\d)/g,
    where: 'text',
    weight: 0.9,
  },
  {
    pattern: new RegExp(`(?:^|[^\\w./#-])([45]\\d\\d) {1,2}(?:${reasonList})`, 'g'),
    where: 'statusLine',
    weight: 0.9,
  },
  {
    pattern: /(?:^|\n|>)[ "'`([]{0,4}([45]\d\d)(?=[\s:,.)\]<]|$)(?!\.\d)/g,
    where: 'text',
    weight: 0.8,
  },
  {
    pattern: /(?:error|code|->|=>)[ :]{0,2}[[("']{0,2}([45]\d\d)(?![\d.]*\d)/g,
    where: 'text',
    weight: 0.6,
  },
];

/** A number that stands alone between spaces, brackets, quotes, commas or bars. */
const alone =
  /(?:^|[\s"'`([{,|])([45]\d\d)(?=$|[\s"'`)\]},|;!?]|[:.](?:\s|$))(?! {0,2}(?:ms|s|sec|bytes?|kb|mb|rows?|%)(?![a-z]))/g;
/** What makes a number that stands alone something else. */
const notStatusAfter =
  /(?:line|port|pid|id|no\.?|nr\.?|bus|room|order|page|step|limit|size|length|node|tel|\+\d[\d ]*)[ :#*]*$/;

const mostMentions = 4000;

/**
 * Find HTTP statuses.
 *
 * @param folded A text from `readText`.
 * @param fields Its fields.
 * @returns By position; a number is listed once, with its surest reading.
 * @example findStatuses('http/1.1 413 request entity too large', [])[0]?.status // => '413'
 */
export function findStatuses(folded: string, fields: readonly Field[]): StatusMention[] {
  const found = new Map<number, StatusMention>();
  const note = (mention: StatusMention) => {
    const known = found.get(mention.at);
    if (known === undefined && found.size >= mostMentions) return;
    if (known === undefined || known.weight < mention.weight) found.set(mention.at, mention);
  };
  for (const { key, value, start, where } of fields) {
    const [, status] = /^([1-5]\d\d)(?![\d.]*\d|[\w-])/.exec(value) ?? [];
    const sure = keyKinds.status.has(key) || keyKinds.code.has(key);
    if (status !== undefined && sure) note({ status, where, at: start, weight: 0.95 });
  }
  for (const { pattern, where, weight } of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const status = match[1] ?? '';
      const at = match.index + match[0].lastIndexOf(status);
      note({ status, where, at, weight });
    }
  }
  for (const match of folded.matchAll(alone)) {
    const status = match[1] ?? '';
    const at = match.index + match[0].length - status.length;
    if (notStatusAfter.test(folded.slice(Math.max(0, at - 12), at))) continue;
    note({ status, where: 'text', at, weight: 0.35 });
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

/** What surrounds a status without adding to it. */
const aroundStatus =
  /<[^<>]{0,300}>|https?|\b(?:the|a|an|got|get|error|err|code|status|response|returned|returns|server|api|gateway|nginx|openresty|request|failed|with)\b|错误码|错误|状态码|状态|返回码?|报错?|码/g;

/**
 * Whether a text says an HTTP status and nothing else: `413`, `HTTP 502`, a response without a body,
 * a server's standard error page.
 *
 * @param folded A text from `readText`.
 * @example isBareStatus('http/1.1 502 bad gateway\nserver: nginx') // => true
 */
export function isBareStatus(folded: string): boolean {
  if (folded.length > 4000) return false;
  const rest = folded
    .replace(/^[a-z][a-z-]{1,40}: .*$/gm, ' ')
    .replace(/http\/[\d.]+/g, ' ')
    .replace(reasonPattern, ' ')
    .replace(aroundStatus, ' ')
    .replace(/\b[45]\d\d\b/g, ' ');
  return !/[\p{L}\p{N}]/u.test(rest);
}
