/** Divides a text into the events that it may tell of: records of a log, JSON objects, list items. */

/** A part of a text: its 1-based line, and its positions in the text. */
export interface TextPart {
  line: number;
  start: number;
  end: number;
}

/** A record of a log begins with its time. */
const time =
  /^[[(<"']{0,2}(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d:\d\d:\d\d|\d\d\/[A-Z][a-z]{2}\/\d{4}|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:)/;
const listItem = /^\s*(?:[-*•·]|\d{1,3}[.)、]|[①-⑳])\s*(?=\S)/;
/** Another error than the one before it, in Java's stack traces. */
const suppressed = /^\s*Suppressed: /;
/** Frames of a stack trace, and what closes a body. */
const continued = /^(?:\s|at |Caused by|\.\.\. \d+ more|[}\])])/;
const httpHead = /^(?:HTTP\/[\d.]+ \d{3}|[<>]? ?[A-Za-z][A-Za-z-]{1,40}: ?\S)/;
const pair = /^["']?([\p{L}_][\p{L}\p{N}_ -]{0,30})["']?\s?[:=：]\s?\S/u;
/** A line that ends a body: what follows with a body of its own is another. */
const closed = /\}[\s,;"']*$/;
/** A code that a line break cuts: after `APIG.` or `APIG.02` come digits, after `"API` a capital. */
const cutCode = /[A-Z]{2,}[._-]\d{0,3}\n\s*\d|["'][A-Z]{2,}\n\s*[A-Z]/;
/** Where two objects of one array, or two bodies on one line, meet. */
const betweenObjects = /\}\s{0,200},?\s{0,200}(?=\{)/g;
/** Lines after which an open brace is taken for an unbalanced one. */
const longestBody = 200;

/**
 * Returns the parts of a text, in its order; blank lines are in none.
 *
 * A line begins a part unless it continues the one before: inside a body, in a stack trace, after an
 * HTTP status line and its headers, in a list of `key: value`, or where a line break cuts a code.
 * Parts are cut between the objects of an array. Takes time linear in the length of the text.
 *
 * @example divideText('a\n\nb').map(({ line }) => line) // => [1, 3]
 */
export function divideText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let part: TextPart | undefined;
  let before = '';
  let depth = 0;
  let isHead = false;
  let keys = new Set<string>();
  let start = 0;
  for (const [at, line] of text.split('\n').entries()) {
    const end = start + line.length;
    // "retry 1: …" and "retry 2: …", "ERROR call A: …" and "ERROR call B: …", 错误码 and 重试后错误码 have
    // one key, which begins a part each time.
    const key = pair
      .exec(line)?.[1]
      ?.replace(/(?<=^(?:ERROR|WARN|WARNING|FATAL|SEVERE|CRITICAL|INFO|DEBUG)) .*/, '')
      .replace(/\d+|^.*(?=错误码$|error.?code$)/giu, '');
    if (line.trim() === '') {
      if (depth === 0 && !isHead) part = undefined;
    } else {
      const isTimed = time.test(line);
      const isOpen = depth > 0 && part !== undefined && at + 1 - part.line < longestBody;
      const continues =
        !isTimed &&
        !suppressed.test(line) &&
        !(depth === 0 && closed.test(before) && line.includes('{')) &&
        (isOpen ||
          isHead ||
          cutCode.test(`${before.slice(-20)}\n${line.slice(0, 20)}`) ||
          (!listItem.test(line) &&
            ((continued.test(line) && !/^\s*\{/.test(line)) ||
              (key !== undefined && keys.size > 0 && !keys.has(key)))));
      if (part === undefined || !continues) {
        part = { line: at + 1, start, end };
        parts.push(part);
        depth = 0;
        keys = new Set();
      } else part.end = end;
      if (key === undefined) keys.clear();
      else keys.add(key);
      depth = Math.max(0, depth + bracesOf(line));
      isHead = httpHead.test(line) && (isHead || line.startsWith('HTTP/'));
    }
    before = line.trimEnd();
    start = end + 1;
  }
  return parts.flatMap((one) => divideObjects(text, one));
}

/**
 * Braces outside strings that a line opens, less those that it closes. A loop, since an expression
 * would search for the end of each string anew.
 */
function bracesOf(line: string): number {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (isString && character === '\\') at += 1;
    else if (character === '"') isString = !isString;
    else if (!isString && character === '{') depth += 1;
    else if (!isString && character === '}') depth -= 1;
  }
  return depth;
}

function divideObjects(text: string, part: TextPart): TextPart[] {
  const own = text.slice(part.start, part.end);
  const cuts = [...own.matchAll(betweenObjects)].map(({ 0: gap, index }) => index + gap.length);
  let line = part.line;
  return [0, ...cuts].map((from, at, all) => {
    const to = all[at + 1] ?? own.length;
    const one = { line, start: part.start + from, end: part.start + to };
    line += own.slice(from, to).split('\n').length - 1;
    return one;
  });
}
