import { isCode, isString, stringOf } from './arguments.ts';
import { errorName, type Source } from './source.ts';
import type { Token } from './tokenise.ts';

/** A string that is a code: `"E1001"`, `"1003"`. */
const textCode = /^(?=.*\d)(?:[A-Z][\w.-]*|\d[\w-]*)$/;

/** Reads `const int ERR_IO = 5, ERR_MEM = 6;`. */
export function readConstants(source: Source): void {
  for (let at = source.at; ; at += 1) {
    const [name, equals, first] = source.tokens.slice(at, at + 3);
    if (name === undefined || /^[;{}()]$/.test(name.text)) return;
    if (name.type !== 'word') continue;
    const isBraced = equals?.text === '{' && source.tokens[at + 3]?.text === '}';
    if (!errorName.test(name.text)) {
      if (isBraced || (equals?.text === '=' && isNumber(first, source))) {
        // Reported if it is named like the definitions, or explained.
        const end = endOfConstant(source, at + 2);
        const code = source.evaluate(source.tokens.slice(at + 2, end).filter(isCode));
        source.at = end + (isBraced ? 1 : 0);
        const definition = source.addPossible(name.line, '', new Map());
        const hasText = Boolean(definition.trailing?.text || definition.leading?.isDoc);
        source.unreadMacros.push({ line: name.line, text: name.text, definition, hasText, code });
        if (isLast(source, end)) return;
        at = source.at - 1;
      }
      if (equals?.text === '=' && first && isString(first) && /\s/.test(first.text))
        source.unread.push({ line: name.line, text: name.text });
      continue;
    }
    // The rows of an array are read by themselves.
    if (!isBraced && (equals?.text !== '=' || first?.text === '{')) continue;
    const end = endOfConstant(source, at + 2);
    const texts = textsOfConstant(source, name, source.tokens.slice(at + 2, end).filter(isCode));
    source.at = end + (isBraced ? 1 : 0);
    if (texts.has('code')) {
      source.add(name.line, '', texts);
      if (isLast(source, end)) return;
      at = source.at - 1;
    } else {
      // A text is reported whatever its name.
      const isText = /\s/.test(texts.get('message') ?? '');
      (isText ? source.unread : source.unreadMacros).push({ line: name.line, text: name.text });
      at = end - 1;
    }
  }
}

/** Whether a value begins with a number, or with a constant that is one. */
const isNumber = (first: Token | undefined, { known }: Source): boolean =>
  first !== undefined && (/^[\d(-]/.test(first.text) || known.has(first.text));

/** Whether a statement ends behind a constant. */
const isLast = ({ tokens }: Source, end: number): boolean =>
  tokens[end]?.text === ';' || (tokens[end]?.text === '}' && tokens[end + 1]?.text === ';');

function endOfConstant({ tokens }: Source, from: number): number {
  let end = from;
  while (end < tokens.length && !/^[,;}]$/.test(tokens[end]?.text ?? '')) end += 1;
  return end;
}

/** The name of a constant, its code, and the string behind it: `E_IO 5 "Input failed."` */
export function textsOfConstant(
  source: Source,
  name: Token,
  value: readonly Token[],
): Map<string, string> {
  const texts = new Map([['symbol', name.text]]);
  const strings = value.filter(isString);
  const number = source.evaluate(value.filter((token) => !isString(token)));
  const message = stringOf(strings);
  if (number !== undefined) {
    source.known.set(name.text, number);
    texts.set('code', number);
  }
  if (message === undefined) return texts;
  if (number === undefined && textCode.test(message)) texts.set('code', message);
  else texts.set('message', message);
  return texts;
}
