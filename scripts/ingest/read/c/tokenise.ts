/** A token of C source. White space is left out, line ends are kept: they end directives. */
export interface Token {
  type: 'comment' | 'string' | 'number' | 'word' | 'punctuation' | 'newline';
  /** As the source has it. */
  text: string;
  /** 1-based line of its first character. */
  line: number;
  /** Line of its last character. */
  endLine: number;
  column: number;
  /** Whether only white space precedes it on its line. */
  isFirst: boolean;
}

const pattern = new RegExp(
  [
    String.raw`(?<space>(?:[^\S\n]|\\\n)+)`,
    String.raw`(?<newline>\n)`,
    String.raw`(?<comment>\/\/(?:\\\n|[^\n])*|\/\*[\s\S]*?(?:\*\/|$))`,
    String.raw`(?<string>(?:u8|[uUL])?R"(?<delimiter>[^()\s\\]{0,16})\([\s\S]{0,4000}?\)\k<delimiter>"|(?:u8|[uUL]|@)?"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\.){1,6}')`,
    String.raw`(?<number>0[xX][\da-fA-F']+[uUlL]*|0[bB][01']+[uUlL]*|\d[\d'.]*(?:[eE][-+]?\d+)?[uUlLfF]*)`,
    String.raw`(?<word>[\p{L}_$][\p{L}\p{N}_$]*)`,
    String.raw`(?<punctuation>[\s\S])`,
  ].join('|'),
  'yu',
);

/**
 * Splits C source into tokens. A backslash at the end of a line continues the line.
 *
 * @param firstLine The line of the text's first line, for a block inside another document.
 */
export function tokenise(text: string, firstLine: number): Token[] {
  const tokens: Token[] = [];
  let line = firstLine;
  let lineStart = 0;
  let isFirst = true;
  for (const match of text.matchAll(new RegExp(pattern, 'gyu'))) {
    const [whole] = match;
    const type = typeOf(match.groups ?? {});
    const lines = whole.split('\n').length - 1;
    if (type !== undefined) {
      const column = match.index - lineStart;
      const endLine = type === 'newline' ? line : line + lines;
      tokens.push({ type, text: whole, line, endLine, column, isFirst });
    }
    isFirst = type === 'newline' || (type === undefined && isFirst);
    if (lines > 0) lineStart = match.index + whole.lastIndexOf('\n') + 1;
    line += lines;
  }
  return tokens;
}

function typeOf(groups: Record<string, string | undefined>): Token['type'] | undefined {
  const types = ['newline', 'comment', 'string', 'number', 'word', 'punctuation'] as const;
  return types.find((type) => groups[type] !== undefined);
}
