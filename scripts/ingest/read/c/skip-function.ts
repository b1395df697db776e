/** The bodies of functions: texts beside codes are reported, those of cases are noted. */
import { isCode, isString } from './arguments.ts';
import { noteCases } from './read-cases.ts';
import type { Source } from './source.ts';
import type { Token } from './tokenise.ts';

/** Functions that write to logs and the console. */
const output =
  /^(?:f?printf|v?f?printf|\w*(?:log|trace|debug|print|assert|usage)\w*|cout|cerr|puts|fputs)$/i;
/** Signs that a statement gives a code its text. */
const givesText = /emplace|insert|push_?back|add|err|fail|exception|raise|reject|[?]|= =|\] =/i;
/** Signs that a statement gives a result. */
const givesResult = /^(?:return|throw)\b|(?:\)|else) (?:return|throw)\b/;
const code = String.raw`(?:- )?(?:\d[\w.]*|[A-Z][A-Z\d]*_[A-Z\d_]+|k[A-Z]\w+|\w+ : : \w+)`;
/** Constants, numbers and names with a scope. */
const hasCode = new RegExp(`(?:^| )${code}(?= |$)`);
/** A call with a code and a text: `die(2, "…")`. */
const isCall = new RegExp(`[({,] ${code} ,`);

/** Skips the body of a function, from behind its bracket. */
export function skipFunction(source: Source): void {
  const from = source.at;
  let depth = 1;
  let hasCases = false;
  /** Whether a comment is between the label of a case and its first statement. */
  let isInCase = false;
  /** The line of a case that gives a constant: `case 4: return BAD; // text`. */
  let given = 0;
  let statement: Token[] = [];
  /** Brackets of the statement that are not closed. */
  let open = 0;
  let above: Token | undefined;
  while (depth > 0 && source.at < source.tokens.length) {
    const token = source.tokens[source.at] as Token;
    if (token.text === '#' && token.isFirst && source.readCondition(source.at)) continue;
    if (!source.conditions.areActive) {
      source.hide(token);
      source.at += 1;
      continue;
    }
    const before = statement.at(-1)?.text ?? '';
    const isInner = open > 0 || (statement.length > 0 && /^[=,({[]$/.test(before));
    source.at += 1;
    if (/^[({]$/.test(token.text) && (isInner || token.text === '(')) open += 1;
    if (/^[)}]$/.test(token.text)) open = Math.max(0, open - 1);
    if (token.text === '{') depth += 1;
    if (token.text === '}') depth -= 1;
    if (token.text === 'case') {
      hasCases = true;
      isInCase = true;
    }
    if (token.type === 'comment') {
      if (isInCase || given === token.line || source.unread.at(-1)?.line === token.line)
        source.reportUnread([token]);
      else above = token;
    }
    if (isCode(token)) statement.push(token);
    const isEnd = token.text === ';' || (/^[{}]$/.test(token.text) && !isInner);
    if (!isEnd && depth > 0) continue;
    noteCases(source, statement);
    const isGiven = report(source, statement, hasCases);
    if (isGiven && above && above.endLine === (statement[0]?.line ?? 0) - 1)
      source.reportUnread([above]);
    if (
      / return (?:\w+ )?[A-Z][A-Z\d]*_[A-Z\d_]+ ;$/.test(
        statement.map(({ text }) => text).join(' '),
      )
    )
      given = token.line;
    if (token.text === ';') isInCase = false;
    statement = [];
    open = 0;
  }
  source.bodies.push({ from, to: source.at });
}

/** Whether the body of a macro gives texts to codes: `((x) == 5 ? "disk full" : "other")`. */
export const givesTexts = (body: readonly Token[]): boolean =>
  body.some((token) => isString(token) && token.text.includes(' ')) &&
  !body.some(({ text }) => output.test(text)) &&
  givesText.test(body.map(({ text }) => text).join(' '));

/** Reports the texts of a statement that gives them to codes; returns whether it does. */
function report(source: Source, statement: readonly Token[], hasCases: boolean): boolean {
  const texts = statement.filter((token) => isString(token) && token.text.length > 2);
  const first = statement.find(({ text }) => !/^(?:std|:)$/.test(text));
  // What a case writes into a buffer is its text, too.
  const isOutput =
    output.test(first?.text ?? '') && !(hasCases && /^v?sn?printf$/.test(first?.text ?? ''));
  if (texts.length === 0 || isOutput) return false;
  const words = statement.filter((token) => !isString(token));
  const shown = words.map(({ text }) => text).join(' ');
  const isCoded = hasCode.test(shown) || words.some(({ text }) => source.known.has(text));
  const isGiven =
    (isCoded && givesText.test(shown)) ||
    isCall.test(shown) ||
    (givesResult.test(shown) && texts.some(({ text }) => / |[^\0-\x7f]/.test(text)));
  const isProse = texts.some(({ text }) => /\p{L}/u.test(text.slice(1)));
  if (!(hasCases || /= \{/.test(shown) || (isProse && isGiven))) return false;
  for (const text of texts) source.reportUnread([text]);
  return true;
}
