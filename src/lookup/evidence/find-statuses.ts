/** Finds the HTTP statuses that a text mentions, and how likely each number is one. */
import { reasonsByStatus } from '../../text/statuses.ts';
import { askingWords, emptyWords } from '../text/empty-words.ts';
import { type Field, keyKinds, type Where } from '../text/fields.ts';
import { limits, statusWeights } from '../tuning.ts';

/** A three-digit number that is, or may be, an HTTP status. */
export interface StatusMention {
  status: string;
  where: Where;
  /** Position of its first digit. */
  at: number;
  /** From 0 to 1. */
  weight: number;
}

const reasonList = Object.values(reasonsByStatus).join('|');
const reasonPattern = new RegExp(reasonList, 'g');

const withReason = new RegExp(`(?:^|[^\\w./#-])([45]\\d\\d) {1,2}(?:${reasonList})`, 'g');

/** Removes statuses with their reasons: the words of "502 Bad Gateway" say nothing about "Bad request.". */
export const withoutReasons = (folded: string): string => folded.replace(withReason, ' ');

const patterns: { pattern: RegExp; where: Where; weight: number }[] = [
  {
    pattern: /http\/[123](?:\.[01])?["',)]{0,3}\s{1,3}([1-5]\d\d)(?!\d)/g,
    where: 'statusLine',
    weight: statusWeights.statusLine,
  },
  {
    pattern: /(?:http|status(?: code)?|状态码|返回码?|报错?)[^\w\n]{0,4}([1-5]\d\d)(?![\d.]*\d)/g,
    where: 'text',
    weight: statusWeights.named,
  },
  {
    pattern: withReason,
    where: 'statusLine',
    weight: statusWeights.named,
  },
  {
    pattern: /(?:^|\n|>)[ "'`([]{0,4}([45]\d\d)(?=[\s:,.)\]<]|$)(?!\.\d)/g,
    where: 'text',
    weight: statusWeights.atLineStart,
  },
  {
    pattern: /(?:error|code|->|=>)[ :]{0,2}[[("']{0,2}([45]\d\d)(?![\d.]*\d)/g,
    where: 'text',
    weight: statusWeights.afterError,
  },
];

/** A number between spaces, brackets, quotes, commas or bars, without a unit. */
const bareNumber =
  /(?:^|[\s"'`([{,|])([45]\d\d)(?=$|[\s"'`)\]},|;!?]|[:.](?:\s|$))(?! {0,2}(?:ms|s|sec|bytes?|kb|mb|rows?|%)(?![a-z]))/g;
/** Words before a bare number that is something else. */
const notStatusAfter =
  /(?:line|port|pid|id|no\.?|nr\.?|bus|room|order|page|step|limit|size|length|node|tel|\+\d[\d ]*)[ :#*]*$/;

/**
 * Returns the HTTP statuses of a text, by position; each number once, with its likeliest reading.
 *
 * @param folded A text from `readText`.
 * @example findStatuses('http/1.1 413 request entity too large', [])[0]?.status // => '413'
 */
export function findStatuses(folded: string, fields: readonly Field[]): StatusMention[] {
  const found = new Map<number, StatusMention>();
  const add = (mention: StatusMention) => {
    const known = found.get(mention.at);
    if (known === undefined && found.size >= limits.statuses) return;
    if (known === undefined || known.weight < mention.weight) found.set(mention.at, mention);
  };
  for (const { key, value, start, where } of fields) {
    const [, status] = /^([1-5]\d\d)(?![\d.]*\d|[\w-])/.exec(value) ?? [];
    const isField = keyKinds.status.has(key) || keyKinds.code.has(key);
    if (status !== undefined && isField) {
      add({ status, where, at: start, weight: statusWeights.field });
    }
  }
  for (const { pattern, where, weight } of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const status = match[1] ?? '';
      add({ status, where, at: match.index + match[0].lastIndexOf(status), weight });
    }
  }
  for (const match of folded.matchAll(bareNumber)) {
    const status = match[1] ?? '';
    const at = match.index + match[0].length - status.length;
    if (notStatusAfter.test(folded.slice(Math.max(0, at - 12), at))) continue;
    add({ status, where: 'text', at, weight: statusWeights.bare });
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

/** Headers of a response that describe it rather than the error. */
export const headerLine =
  /^(?:server|date|via|host|age|etag|vary|pragma|expires|location|connection|keep-alive|user-agent|retry-after|set-cookie|cache-control|www-authenticate|accept[a-z-]*|content-[a-z-]+|transfer-encoding|x-[a-z-]+) ?:.*$/gm;

/** Markup and words around a status that add nothing to it. */
const aroundStatus =
  /<[^<>]{0,300}>|https?|\b(?:the|a|an|got|get|error|err|code|status|response|returned|returns|server|api|gateway|nginx|openresty|request|failed|with)\b|错误码|错误|状态码|状态|返回码?|报错?|接口|网关|请求|响应|失败|码/g;

/**
 * Returns whether a text contains only an HTTP status: `413`, `HTTP 502`, a response without a body,
 * a server's standard error page.
 *
 * @example isBareStatus('http/1.1 502 bad gateway\nserver: nginx') // => true
 */
export function isBareStatus(folded: string): boolean {
  if (folded.length > 4000) return false;
  const rest = folded
    .replace(headerLine, ' ')
    .replace(/http\/[\d.]+/g, ' ')
    .replace(reasonPattern, ' ')
    .replace(aroundStatus, ' ')
    .replace(/\b[45]\d\d\b/g, ' ')
    .replace(askingWords, ' ');
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => emptyWords.has(word));
}
