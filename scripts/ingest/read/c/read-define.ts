import { isCode, isString, isText, readArguments, stringOf, textOf } from './arguments.ts';
import { textsOfConstant } from './read-constants.ts';
import { givesTexts } from './skip-function.ts';
import type { Source, UnreadMacro } from './source.ts';
import type { Token } from './tokenise.ts';
import { isBase, prefixOf } from './unread-macros.ts';

/** `_DOOR_ERR_H_`: it tells that the file has been included. */
const guard = /_(?:H|HH|HPP|HXX)_*$/;

/** A longer body of a macro is no code. */
const longestTemplate = 100;

/**
 * Reads the definition of a macro.
 *
 * @param body The tokens behind `#define`.
 */
export function readDefine(source: Source, body: readonly Token[], line: number): void {
  const [name, next, ...more] = body.filter(isCode);
  if (name?.type !== 'word' || guard.test(name.text)) return;
  const isAdjacent = next?.text === '(' && next.column === name.column + name.text.length;
  if (isAdjacent && next?.line === name.line) {
    readTemplate(source, name, body, line);
    return;
  }
  const value = next ? [next, ...more] : [];
  if (value.length > 0 && value.every(isString)) addText(source, name.text, stringOf(value) ?? '');
  const texts = textsOfConstant(source, name, value);
  const parts = texts.has('code') ? [...argumentsOf(value), ...basesOf(value)] : [];
  for (const part of parts) source.parts.add(part);
  const isExplained = source.tokens[source.at]?.type === 'comment' && value.length === 0;
  const isMeasured = unit.test(source.tokens[source.at]?.text ?? '');
  const isSetting =
    (isQuantity(name.text) || isMeasured) && !continues(source, name.text, texts.get('code'));
  if (texts.has('code') && isSetting)
    addUnread(source, line, name.text, { hasText: partOfCode.test(name.text) });
  else if (texts.has('code') || isExplained) source.add(line, '', texts);
  else if (isList(value) && source.readBody(body.slice(1), name.text)) source.lists.add(name.text);
  // `#define E_OWNER E_NOSYS` may stand above E_NOSYS.
  else if (value.length > 1 || value.some((token) => isString(token) || constant.test(token.text)))
    addUnread(source, line, name.text, value.some(isString) ? {} : { value: textOf(value) });
}

/** Returns the constants of which a call makes a code: MOD_DOOR of `MAKE_ERROR(MOD_DOOR, 1)`. */
function argumentsOf([first, open, ...inside]: readonly Token[]): string[] {
  const isCall =
    first?.type === 'word' && open?.text === '(' && inside.some(({ text }) => text === ',');
  return isCall ? inside.flatMap(({ text }) => (constant.test(text) ? text : [])) : [];
}

/** Returns the constants at which others begin: `NET_ERR_BASE` of `(NET_ERR_BASE + 1)`. */
const basesOf = (value: readonly Token[]): string[] =>
  value.length > 1
    ? value.flatMap(({ text }) => (constant.test(text) && isBase(text) ? text : []))
    : [];

/** `FACILITY_SPOOLER`, `STATUS_SEVERITY_ERROR`: parts of codes. */
const partOfCode = /^FACILITY_|(?:^|_)SEVERITY_/;
/** `FLASH_TIMEOUT_MS`, `MAX_CHANNELS`, `API_VERSION`: settings, unless the name says that something went wrong. */
const setting =
  /_(?:BAUD|BITS|BYTES|CNT|COUNT|HZ|LEN|LENGTH|LEVEL|MASK|MAX|MIN|MS|NUM|PORT|RETRIES|SECONDS?|SECS?|SHIFT|SIZE|US|VERSION)$|_VERSION_(?:MAJOR|MINOR|PATCH)$|(?:^|_)(?:DEFAULT|MAX|MIN|NUM)_(?:\w+_)?(?:PATH|RETRY|\w+S)$/;
/** A setting whatever else its name says: `ERR_DEV_TIMEOUT_MS`. */
const measure = /_(?:DELAY|INTERVAL|PERIOD|TIMEOUT)_(?:MS|SECS?|US)$|_RETRY_TIMES$/;
const wrong =
  /(?:^|_)(?:BAD|E|ERR?|ERROR|EXCEED(?:ED|S)?|FAIL|FAILED|FAULT|ILLEGAL|INVALID|MISSING|NOT|OVER|TOO|UNKNOWN|UNSUPPORTED|WRONG)(?:_|$)/;
const isQuantity = (name: string): boolean =>
  partOfCode.test(name) ||
  /^(?:TRUE|FALSE|YES|NO|ON|OFF)$/.test(name) ||
  measure.test(name) ||
  (setting.test(name) && !wrong.test(name));

/** A comment that is a unit and nothing else. */
const unit =
  /^\/[/*]+<?\s*(?:[mun]?s|sec(?:onds)?|min|[kMG]?Hz|[kMG]?i?B|bytes?|bits?|%|m?[VAW]|rpm|℃|°C|毫秒|秒|字节)\s*(?:\*\/)?$/;

/** Whether a constant has the number behind that of the last code, and begins like it: `DVR_MAX_NUM 46`. */
function continues({ definitions }: Source, name: string, code = ''): boolean {
  const last = definitions.at(-1)?.texts;
  const isNext = last !== undefined && Number(code) === Number(last.get('code')) + 1;
  return isNext && Number(code) > 1 && prefixOf(last.get('symbol') ?? '') === prefixOf(name);
}

const constant = /^[A-Z][A-Z\d]*_[A-Z\d_]+$/;

/** Reads a macro with parameters. */
function readTemplate(source: Source, { text }: Token, body: readonly Token[], line: number): void {
  const close = body.findIndex((token) => token.text === ')');
  const params = body.slice(2, close).filter(({ type }) => type === 'word');
  const names = params.map((token) => token.text);
  source.params.set(text, names);
  const list = body.slice(close + 1);
  if (!list.some(isText) && list.length <= longestTemplate)
    source.templates.set(text, list.filter(isCode));
  // A body with its parameters is a template: `{ code, text }`. In a list one of them is called again and again.
  const areCalled = list.map(
    (token, at) => names.includes(token.text) && list[at + 1]?.text === '(',
  );
  const isTemplate =
    areCalled.filter(Boolean).length < 2 &&
    list.some((token, at) => names.includes(token.text) && !areCalled[at]);
  if (!isTemplate && source.readBody(list)) source.lists.add(text);
  else if (list.some(isString) || source.tokens[source.at]?.type === 'comment')
    addUnread(source, line, text, { hasText: givesTexts(list) });
}

/** Whether a value is a list of rows, not one call: `MAKE_HRESULT(1, FACILITY_ITF, 0x203)`. */
function isList(value: readonly Token[]): boolean {
  const call = readArguments(value, 1, ')');
  return value.length > 1 && (value.some(isText) || call?.end !== value.length);
}

function addUnread(source: Source, line: number, text: string, more: Partial<UnreadMacro>): void {
  const definition = source.addPossible(line, '', new Map());
  source.unreadMacros.push({ line, text, definition, ...more });
}

/** Notes a macro that is a text; one with different texts stays. */
function addText({ textMacros }: Source, name: string, text: string): void {
  const isSame = !textMacros.has(name) || textMacros.get(name) === text;
  textMacros.set(name, isSame ? text : undefined);
}
