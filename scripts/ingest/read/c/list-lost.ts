/** What a file has beside its definitions: texts and codes that nothing publishes are reported. */
import { isCode, isString, isText } from './arguments.ts';
import { type CodeLine, type Comment, type Definition, listCodes } from './comments.ts';
import type { Unread } from './source.ts';
import { listBadBytes, textOfString } from './string-text.ts';
import type { Token } from './tokenise.ts';

interface Places {
  definitions: readonly Definition[];
  unread: readonly Unread[];
  hidden: ReadonlySet<number>;
  /** The tokens of the bodies of functions. */
  bodies: readonly { from: number; to: number }[];
}

/** A name or a number that may be a code. */
const named = /\b(?:[A-Z][A-Z\d]*_[A-Z\d_]+|0x[\da-f]+)\b/i;

/** Lists the strings outside of functions that are in no definition and not reported. */
export function listLost(tokens: readonly Token[], places: Places): Unread[] {
  const { definitions, unread, hidden, bodies } = places;
  const published = new Map<number, string>();
  for (const { line, endLine, texts } of definitions) {
    const all = [...texts.values()].join('\n');
    for (let at = line; at <= endLine; at += 1)
      published.set(at, `${published.get(at) ?? ''}\n${all}`);
  }
  const reported = new Set(unread.map(({ line }) => line));
  const inside = new Set(bodies.flatMap(({ from, to }) => tokens.slice(from, to)).filter(isString));
  let directive = '';
  let before: Token | undefined;
  /** Whether the statement holds no texts of codes. */
  let isPlain = false;
  const lost: Unread[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'newline') directive = '';
    if (token.text === '#' && token.isFirst) directive = tokens[at + 1]?.text ?? '';
    if (isText(token) && !inside.has(token) && !isPlain) {
      const text = textOfString(token.text);
      const own = published.get(token.line);
      const isProse = /\p{L}/u.test(text) && (own !== undefined || /\s|[^\0-\x7f]/.test(text));
      // `#warning "E_FULL will be 12"` tells of a code; most such texts are about the compiler.
      const isTold = /^(?:error|pragma|warning)$/.test(directive) && named.test(text);
      const isElsewhere =
        directive !== '' && !isTold && (directive !== 'define' || own === undefined);
      const isKept = own?.includes(text) || hidden.has(token.line) || reported.has(token.line);
      if (isProse && !isElsewhere && !isKept)
        lost.push({ line: token.line, text: text.replace(/\s+/g, ' ').trim().slice(0, 80) });
    }
    if (!isCode(token)) continue;
    if (before === undefined || /^[;{}]$/.test(before.text) || token.isFirst)
      isPlain = /^(?:extern|asm|__asm__|_?static_assert)$/i.test(token.text);
    before = token;
  }
  return lost;
}

/** Lists the lines of notes that tell what codes mean, but what their messages say. */
export function listLostInNotes(
  comments: readonly Comment[],
  definitions: readonly Definition[],
): Unread[] {
  const messages = new Map<string | undefined, string>();
  for (const { texts } of definitions) {
    const message = texts.get('message') ?? '';
    for (const name of ['code', 'symbol']) if (message) messages.set(texts.get(name), message);
  }
  const isKnown = ({ code, text, isResult }: CodeLine) => {
    const message = messages.get(code);
    return message !== undefined && (isResult || text.includes(message));
  };
  return comments.flatMap(({ text, lines }) =>
    listCodes(text)
      .filter((found) => !isKnown(found))
      .map((found) => ({ line: lines[found.at] ?? 1, text: found.text.slice(0, 80) })),
  );
}

/** Lists the notes that stand behind a value or a name: `const int kHead = kBase + 2; // Head crashed.` */
export function listLostBehind(
  comments: readonly Comment[],
  tokens: readonly Token[],
  unread: readonly Unread[],
): Unread[] {
  const reported = new Set(unread.map(({ line }) => line));
  const behind = comments.filter(
    ({ isBehind, line, text }) => isBehind && /\p{L}{2}/u.test(text) && !reported.has(line),
  );
  const lines = new Set(behind.map(({ line }) => line));
  const codeOf = Map.groupBy(
    tokens.filter((token) => lines.has(token.line) && isCode(token)),
    ({ line }) => line,
  );
  return behind.flatMap(({ line, text }) => {
    const words = (codeOf.get(line) ?? []).map((token) => token.text);
    const isName =
      /^(?!NULL$)[A-Z]\w*$/.test(words[0] ?? '') && /^,?$/.test(words.slice(1).join(''));
    const isValue = words.includes('=') && words[0] !== '#' && words.at(-1) !== '{';
    return isName || isValue ? [{ line, text: text.replace(/\s+/g, ' ').slice(0, 80) }] : [];
  });
}

/** Lists the strings of definitions that keep bytes as they are written. */
export function listBadStrings(
  tokens: readonly Token[],
  definitions: readonly Definition[],
): Unread[] {
  const lines = new Set<number>();
  for (const { line, endLine } of definitions) {
    for (let at = line; at <= endLine; at += 1) lines.add(at);
  }
  return tokens.flatMap(({ type, text, line }) => {
    if (type !== 'string' || !text.includes('\\') || !lines.has(line)) return [];
    const bad = listBadBytes(text);
    return bad.length > 0 ? [{ line, text: bad.join(' ').slice(0, 80) }] : [];
  });
}
