/**
 * Finds the fields of an error body in any notation: JSON, a Python or Dart map, logfmt, YAML, XML, a
 * query string, a table. Nothing is parsed as a whole, so a body that is cut off, quoted twice or in
 * the middle of a log line gives the same fields.
 */
import { isHanCode } from '../../text/lang-of-text.ts';
import { limits } from '../tuning.ts';

/** Where in a text something is. */
export type Where = 'json' | 'xml' | 'url' | 'pair' | 'statusLine' | 'text' | 'alone';

/** A key that names a code, a message or a status, with its value. */
export interface Field {
  /** The key in lower case, letters only: `errorcode`. */
  key: string;
  value: string;
  /** Position of the value. */
  start: number;
  end: number;
  where: Where;
  quoted: boolean;
}

const codeKeys =
  'errorcode errcode erorcode code error err ecode errno status faultcode retcode returncode errortype type 错误码 错误代码 代码';
const messageKeys =
  'errormsg errormessage errmsg erormsg msg message errordescription description reason detail details desc error err faultstring statustext title body 错误信息 错误描述 描述';
const statusKeys =
  'status statuscode httpstatus httpstatuscode httpcode code http responsecode respcode sc 状态码 http状态码';

const keysOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Keys by the kind of their values; some are of several kinds. */
export const keyKinds = {
  code: keysOf(codeKeys),
  message: keysOf(messageKeys),
  status: keysOf(statusKeys),
};

/** Whether a field is called message, and holds a sentence. */
export function isMessage(field: Field): boolean {
  return /msg|message|desc|信息|描述/.test(field.key) && holdsSentence(field);
}

/** Whether a field may hold a message, and does hold a sentence. */
export function holdsSentence({ key, value }: Field): boolean {
  return keyKinds.message.has(key) && /\p{L}[^\p{L}\p{N}]{1,3}\p{L}|\p{Script=Han}{3}/u.test(value);
}

const maxKey = 40;
const maxValue = 600;

/**
 * Returns the fields of a text in their order.
 *
 * @param plain A text from `readText`.
 * @param limit Maximum number of fields.
 * @example readFields('{"error_code":"APIG.0201"}')[0]?.value // => 'APIG.0201'
 */
export function readFields(plain: string, limit = limits.fields): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < plain.length && fields.length < limit; at += 1) {
    const field = readField(plain, at);
    if (field) fields.push(field);
  }
  return fields;
}

function readField(plain: string, at: number): Field | undefined {
  const separator = plain.charAt(at);
  if (!':=|>'.includes(separator)) return undefined;
  const key = readKey(plain, at);
  // "</Code>" ends an element; what follows is not its value.
  if (key === undefined || (separator === '>' && key.closing)) return undefined;
  let start = at + 1;
  if (plain.startsWith('=>', at) || plain.startsWith(':=', at)) start += 1;
  while (start < at + 10 && ' |\t'.includes(plain.charAt(start))) start += 1;
  const quote = plain.charAt(start);
  const quoted = quote !== '' && '"\'`'.includes(quote);
  if (quoted) start += 1;
  const end = quoted ? endOfQuoted(plain, start, quote) : endOfBare(plain, start);
  if (end <= start) return undefined;
  const value = plain.slice(start, end).trim();
  if (value === '') return undefined;
  const where = whereOf(plain, at, key.quoted || quoted);
  return { key: key.name, value, start, end, where, quoted };
}

function readKey(
  plain: string,
  at: number,
): { name: string; quoted: boolean; closing: boolean } | undefined {
  let end = at;
  while (end > at - 4 && end > 0 && ' "\'`'.includes(plain.charAt(end - 1))) end -= 1;
  const quoted = plain.slice(end, at).trim() !== '';
  let start = end;
  while (start > 0 && start > end - maxKey && isKeyCharacter(plain.charCodeAt(start - 1))) {
    start -= 1;
  }
  if (start === end) return undefined;
  const name = plain.slice(start, end).toLowerCase().replace(/[_-]/g, '');
  const known = keyKinds.code.has(name) || keyKinds.message.has(name) || keyKinds.status.has(name);
  return known ? { name, quoted, closing: plain.charAt(start - 1) === '/' } : undefined;
}

function isKeyCharacter(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 45 ||
    isHanCode(code)
  );
}

function endOfQuoted(plain: string, start: number, quote: string): number {
  const end = plain.slice(start, start + maxValue).indexOf(quote);
  return end < 0 ? Math.min(plain.length, start + maxValue) : start + end;
}

function endOfBare(plain: string, start: number): number {
  const limit = Math.min(plain.length, start + maxValue);
  for (let i = start; i < limit; i += 1) {
    const character = plain.charAt(i);
    if ('\n}]|<&{['.includes(character)) return i;
    // A comma ends the value where another key follows: {error_msg: a, b., error_code: c}.
    if (
      (character === ',' || character === ';') &&
      /^[,;] {0,2}["']?[A-Za-z_]{2,30}["']? {0,2}[:=]/.test(plain.slice(i, i + 40))
    ) {
      return i;
    }
  }
  return limit;
}

function whereOf(plain: string, at: number, quoted: boolean): Where {
  const separator = plain.charAt(at);
  if (separator === '>') return 'xml';
  if (quoted && separator === ':') return 'json';
  if (separator === '=' && /[?&][\w.-]{1,40}$/.test(plain.slice(Math.max(0, at - 42), at)))
    return 'url';
  return 'pair';
}
