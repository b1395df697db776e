/** Lines of comments: code that was disabled, or prose. */

/** A line of a comment that is code: a definition that was disabled. */
const disabled =
  /^\s*([A-Z_][A-Z0-9_]*\s*(\(.*\)\s*[;,]?|=\s*\S+\s*,?|,)|\w+ *= *-?\w+,|(?:return|break|continue|goto)\b[^;]*;\s*|.*[{}]\s*[,;]?\s*)$/;
const directive = /^\s*#\s*(?:define|undef|if|ifdef|ifndef|else|endif|include)\b/;
/** A call of a macro may have words that are no string: `X(413, TOO_LARGE, Payload Too Large)`. */
const call = /^\s*[A-Z_][A-Z0-9_]*\(/;
/** A statement has a sign of code and ends with a semicolon. */
const isStatement = (line: string): boolean => line.endsWith(';') && /[=({[\]]/.test(line);

const literal = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.){1,6}'/g;
const keyword =
  /\b(?:auto|bool|case|char|class|const|constexpr|do|double|else|enum|extern|float|for|goto|if|inline|int|long|namespace|new|private|public|return|short|signed|sizeof|static|struct|switch|throw|typedef|union|unsigned|using|void|volatile|while)\b/g;
/** `@NAME: text`, words that no code has beside each other, `{result codes}`, or Chinese. */
const prose =
  /^\s*@\w+:|\p{L}+ \p{L}+ \p{L}+|\b(?:the|an?|is|are|was|of|to|than|be) \p{L}{2,}|\{\p{L}+ \p{L}[\p{L} ]*\}|[\u3400-\u9fff]/u;

/** Whether a line reads like a sentence, apart from its strings and the comment behind its code. */
function isProse(line: string): boolean {
  const code = line.replace(literal, '""').replace(/(?<=[;,{}] *)(?:\/\/|\/\*).*$/, '');
  return prose.test(code.replace(keyword, ';'));
}

/**
 * Returns whether a line of a comment is code that was disabled.
 *
 * @param line Without the marks of the comment.
 * @example isDisabledCode('E_OLD = 3,') // => true
 * @example isDisabledCode('the link is down (see below);') // => false
 */
export const isDisabledCode = (line: string): boolean =>
  directive.test(line) ||
  ((disabled.test(line) || isStatement(line)) && (call.test(line) || !isProse(line)));
