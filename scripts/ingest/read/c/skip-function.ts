/** The bodies of functions: nothing in them is read, texts beside codes are reported. */
import { isCode, isString } from './arguments.ts';
import type { Source } from './source.ts';
import type { Token } from './tokenise.ts';

/** Functions that write to logs and the console. */
const output =
  /^(?:f?printf|v?f?printf|\w*(?:log|trace|debug|print|assert|usage)\w*|cout|cerr|puts|fputs)$/i;
/** Signs that a statement gives a code its text. */
const givesText =
  /throw|return|emplace|insert|push_?back|add|err|fail|exception|raise|reject|[?]|= =|\] =/i;
/** Constants, numbers and names with a scope. */
const code = /(?:^| )(?:-?\d[\w.]*|[A-Z][A-Z\d]*_[A-Z\d_]+|k[A-Z]\w+|\w+ : : \w+)(?= |$)/;

/** Skips the body of a function, from behind its bracket. */
export function skipFunction(source: Source): void {
  const from = source.at;
  let depth = 1;
  let hasCases = false;
  /** Whether a comment is between the label of a case and its first statement. */
  let isInCase = false;
  let statement: Token[] = [];
  while (depth > 0 && source.at < source.tokens.length) {
    const token = source.tokens[source.at] as Token;
    const before = statement.at(-1)?.text ?? '';
    const isInner = /^[=,({[]$/.test(before) || isOpen(statement);
    source.at += 1;
    if (token.text === '{') depth += 1;
    if (token.text === '}') depth -= 1;
    if (token.text === 'case') {
      hasCases = true;
      isInCase = true;
    }
    if (token.type === 'comment' && (isInCase || isReported(source, token.line)))
      source.reportUnread([token]);
    if (isCode(token)) statement.push(token);
    const isEnd =
      token.text === ';' || (/^[{}]$/.test(token.text) && !isInner && !isOpen(statement));
    if (!isEnd && depth > 0) continue;
    report(source, statement, hasCases);
    if (token.text === ';') isInCase = false;
    statement = [];
  }
  source.bodies.push({ from, to: source.at });
}

const isReported = (source: Source, line: number): boolean => source.unread.at(-1)?.line === line;

/** Whether a bracket of a statement is not closed. */
function isOpen(statement: readonly Token[]): boolean {
  const count = (pattern: RegExp) => statement.filter(({ text }) => pattern.test(text)).length;
  return statement[0]?.text !== '{' && count(/^[({]$/) > count(/^[)}]$/);
}

/** Reports the texts of a statement. */
function report(source: Source, statement: readonly Token[], hasCases: boolean): void {
  const texts = statement.filter((token) => isString(token) && token.text.length > 2);
  if (texts.length === 0 || output.test(statement[0]?.text ?? '')) return;
  const words = statement
    .filter((token) => !isString(token))
    .map(({ text }) => text)
    .join(' ');
  const isProse = texts.some(({ text }) => /\p{L}/u.test(text.slice(1)));
  if (hasCases || /= \{/.test(words) || (isProse && givesText.test(words) && code.test(words)))
    for (const text of texts) source.reportUnread([text]);
}
