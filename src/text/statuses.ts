/** HTTP statuses of a status cell: `404 Not Found`, `404/500`, `4xx`, `Success (200)`. */
import { remember } from './remember.ts';

/** Three digits, 1xx to 5xx (RFC 9110, section 15), or a class of them: `4xx`, `5XX`, `4**`. */
const status = '[1-5](?:\\d\\d|[xX]{2}|\\*\\*)';
/** A point is part of a number only before a digit: `404.` is a status, `404.5` is not. */
const ends = '(?![\\p{L}\\p{N}_*]|\\.\\d)';
const label = '(?:https?(?:/\\d(?:\\.\\d)?)?|status|code|error|状态码?|返回码|错误码?)[\\s:=_-]*';

const atStart = new RegExp(
  `^[\\s("'\`\\[]*(?:${label}){0,3}(${status})${ends}(?:\\s*[-–~至]\\s*(${status})${ends})?`,
  'iu',
);
/** A status after its name. More than three words before it are a sentence about something else. */
const atEnd = new RegExp(
  `^(?:\\S+\\s+){0,3}?[^\\s\\d]*[\\s(\\[:=]\\s*(${status})["'\`)\\]\\s.]*$`,
  'iu',
);
const separators = /[/,;、|\n。]|\s(?:or|and)\s|[或和及与]/iu;

/**
 * Returns the HTTP statuses that a status cell gives, as a set: each once, in ascending order.
 *
 * A cell may hold the reason phrase or the name of the error as well, several statuses, or a whole
 * class of them. A number inside a sentence is not a status.
 *
 * @returns Statuses such as `404`, and classes such as `4xx`; empty if the cell gives none.
 * @example statusesOf('404 Not Found') // => ['404']
 * @example statusesOf('HTTP 500/404') // => ['404', '500']
 */
export const statusesOf: (cell: string) => readonly string[] = remember(readStatuses, 5_000);

function readStatuses(cell: string): string[] {
  const found = cell
    .normalize('NFKC')
    // The version of HTTP is not a list.
    .replace(/https?\/(?=\d)/giu, 'HTTP ')
    .replace(/HTTP \d(?:\.\d)?\s+/gu, 'HTTP ')
    .split(separators)
    .flatMap((part) => {
      const [, first, last] = atStart.exec(part) ?? atEnd.exec(part) ?? [];
      return first === undefined ? [] : last === undefined ? [first] : rangeOf(first, last);
    })
    .map((text) => text.replace(/[xX*]{2}$/, 'xx'));
  return [...new Set(found)].sort();
}

/**
 * Returns the statuses of a cell as headings and filters show them; the cell itself if it gives none.
 *
 * @example statusLabel('404 Not Found') // => '404'
 */
export function statusLabel(cell: string): string {
  const statuses = statusesOf(cell);
  if (statuses.length > 0) return statuses.join('/');
  return /[\p{L}\p{N}]/u.test(cell) ? cell : '';
}

/**
 * Returns the class by which interfaces colour a status: 4xx and 5xx have one, others have none.
 *
 * @example statusClass('404') // => 's4'
 */
export function statusClass(label: string): 's4' | 's5' | undefined {
  const digit = /^[45](?=\d\d|xx)/.exec(label)?.[0];
  return digit === undefined ? undefined : digit === '4' ? 's4' : 's5';
}

/** Returns `500`–`599` as `5xx`, and any other range as its ends. */
function rangeOf(first: string, last: string): string[] {
  const whole = first.endsWith('00') && last.endsWith('99') && first[0] === last[0];
  return whole ? [`${first[0]}xx`] : [first, last];
}

/** Whether a number is a status of the IANA registry, or one of nginx: 200, 404, 499, not 458. */
export const isRegistered = (text: string): boolean =>
  /^(?:10[0-3]|20[0-8]|226|30[0-8]|40\d|41[0-8]|42[1-689]|431|451|494|499|50[0-8]|51[01])$/.test(
    text,
  );

/** Standard reason phrases, lower case; several revisions of HTTP and servers word some differently. */
export const reasonsByStatus: Readonly<Record<string, string>> = {
  200: 'ok',
  400: 'bad request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not found',
  405: 'method not allowed',
  406: 'not acceptable',
  408: 'request timeout|request time-out',
  409: 'conflict',
  410: 'gone',
  411: 'length required',
  412: 'precondition failed',
  413: 'request entity too large|payload too large|content too large',
  414: 'request-uri too large|request-uri too long|request uri too large|uri too long',
  415: 'unsupported media type',
  416: 'range not satisfiable',
  422: 'unprocessable entity|unprocessable content',
  429: 'too many requests',
  431: 'request header fields too large',
  494: 'request header too large|request headers too large',
  499: 'client closed request',
  500: 'internal server error|server error',
  501: 'not implemented',
  502: 'bad gateway',
  503: 'service unavailable|service temporarily unavailable',
  504: 'gateway timeout|gateway time-out',
  505: 'http version not supported',
};

/** Every reason phrase, as words. */
export const reasonPhrases: ReadonlySet<string> = new Set(
  Object.values(reasonsByStatus)
    .flatMap((list) => list.split('|'))
    .map((reason) => reason.replaceAll('-', ' ')),
);
