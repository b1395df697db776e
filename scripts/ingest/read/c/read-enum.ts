import { isCode, readArguments, textOf } from './arguments.ts';
import { numberOf } from './evaluate.ts';
import { readMacroCall } from './read-macro-call.ts';
import { counter, type Source } from './source.ts';
import type { Token } from './tokenise.ts';

/** Reads an enum from the word behind `enum`, or `NS_ENUM(NSInteger, Name)`. */
export function readEnum(source: Source): void {
  const isCall = source.tokens[source.at]?.text === '(';
  const from = isCall ? (source.indexOf(')', source.at) ?? source.at) + 1 : source.at;
  const open = source.tokens.findIndex(
    ({ text }, index) => index >= from && /^[{;()=]$/.test(text),
  );
  if (source.tokens[open]?.text !== '{') return;
  const words = source.tokens.slice(source.at, open).filter(({ type }) => type === 'word');
  const head = isCall ? words.slice(-1) : words;
  const close = source.indexOf('}', open + 1) ?? source.tokens.length;
  const typedef = source.tokens.slice(close + 1).find(({ type }) => type !== 'newline');
  const name = head.find(({ text }) => !/^(class|struct)$/.test(text)) ?? typedef;
  const group = name?.type === 'word' ? name.text : '';
  source.flush();
  source.at = open + 1;
  let next: number | undefined = 0;
  let isClass = false;
  const isOfJava = source.tokens.slice(open, close).some(({ text }) => text === ';');
  const enumerators: Map<string, string>[] = [];
  while (source.at < close) {
    const token = source.tokens[source.at] as Token;
    if (token.text === '#' && token.isFirst) {
      if (source.readInnerDirective()) next = undefined;
      continue;
    }
    source.at += 1;
    if (!source.conditions.areActive) {
      source.hide(token);
      continue;
    }
    if (token.type === 'comment') source.takeComment(token);
    // In Java the rest of a class follows.
    isClass ||= token.text === ';';
    if (token.type !== 'word' || isClass) continue;
    if (source.tokens[source.at]?.text === '(') {
      // It may stand for any number of enumerators.
      next = undefined;
      const { length } = source.definitions;
      const start = source.at - 1;
      if (isOfJava) readConstructor(source, token, group);
      else readMacroCall(source, token);
      const isRead = source.definitions.length > length || source.lists.has(token.text);
      if (!isRead) source.reportUnread(source.tokens.slice(start, source.at));
      continue;
    }
    if (source.lists.has(token.text)) {
      // Its rows are read where it is defined.
      next = undefined;
      continue;
    }
    const end = Math.min(endOfEnumerator(source), close);
    const rest = source.tokens.slice(source.at, end).filter(isCode);
    const equals = rest.findIndex(({ text }) => text === '=');
    // `E_IO [[deprecated]]`, `E_IO __attribute__((deprecated))`
    const isImplicit =
      rest.length === 0 || (equals < 0 && /^(?:\[|__attribute__)$/.test(rest[0]?.text ?? ''));
    const value = isImplicit ? next : source.evaluate(rest.slice(equals + 1));
    source.at = end;
    const texts = new Map([['symbol', token.text]]);
    next = value === undefined ? undefined : numberOf(String(value)) + 1;
    if (value !== undefined) {
      source.known.set(token.text, String(value));
      source.known.set(`${group}::${token.text}`, String(value));
      texts.set('code', String(value));
    } else if (rest.length === 0 && counter.test(token.text)) {
      source.reportUnread([token]);
      continue;
    } else {
      // A name is a code too.
      texts.set('code', token.text);
      const written = rest.slice(equals + 1);
      if (equals >= 0 && written.length > 0) texts.set('value', textOf(written));
    }
    enumerators.push(new Map(texts));
    if (isCounter(source, token, end, close)) continue;
    if (enumerators.length === 1 && isBound(source, token, end)) {
      source.reportUnread([token]);
      continue;
    }
    source.add(token.line, group, texts).isRow = true;
  }
  source.enums.push({ name: group, enumerators });
  source.flush();
}

/** Reads an enumerator of Java with its arguments: `USER_LOCKED(10002, "The user is locked")`. */
function readConstructor(source: Source, name: Token, group: string): void {
  const found = readArguments(source.tokens, source.at, ')');
  if (!found) return;
  source.at = found.end;
  const definition = source.add(name.line, group, new Map());
  definition.isRow = true;
  source.calls.push({ name: `enum ${group}`, call: { args: [[name], ...found.args] }, definition });
}

/** Whether an enumerator is the last, and only counts the others: `E_MAX`, `E_NUM, // keep it last`. */
function isCounter({ tokens }: Source, { text }: Token, end: number, close: number): boolean {
  if (!counter.test(text)) return false;
  const behind = tokens.slice(end, close);
  const comments = behind.filter(({ type }) => type === 'comment');
  return (
    behind.every((token) => !isCode(token) || token.text === ',') &&
    comments.every((comment) =>
      /\b(?:count|last|max|number|sentinel)|个数|数量|总数|最后|最大/i.test(comment.text),
    )
  );
}

/** Whether the first enumerator only says where the numbers of the others begin: `E_NET_BEGIN = 0x0100,`. */
function isBound({ tokens }: Source, { text }: Token, end: number): boolean {
  const [comma, behind] = tokens.slice(end, end + 2);
  return /_(?:BEGIN|START)$/.test(text) && comma?.text === ',' && behind?.type !== 'comment';
}

/** An enumerator ends at a comma, at a comment behind its value, or at the end of the enum. */
function endOfEnumerator(source: Source): number {
  let depth = 0;
  let before = '';
  let at = source.at;
  for (; at < source.tokens.length; at += 1) {
    const token = source.tokens[at] as Token;
    if (/^[([]$/.test(token.text)) depth += 1;
    if (/^[)\]]$/.test(token.text)) depth -= 1;
    const isDirective = token.text === '#' && token.isFirst;
    if ((depth <= 0 && token.text === ',') || token.text === '}' || isDirective) break;
    const next = source.tokens.slice(at, at + 5).find(isCode)?.text ?? '';
    const isInside = depth > 0 || /^[=|+*<&-]$/.test(before) || /^[=|+*<&]$/.test(next);
    if (token.type === 'comment' && !isInside) break;
    if (isCode(token)) before = token.text;
  }
  return at;
}
