import type { Token } from './tokenise.ts';

/** A comment, or several in lines after each other. */
export interface Comment {
  line: number;
  endLine: number;
  column: number;
  text: string;
  /** Whether it is marked as documentation: `/**`, `///`. */
  isDoc: boolean;
  /** The lines that are code. */
  disabled: number[];
}

/** A line of a comment that is code: a definition that was disabled. */
const disabledCode =
  /^\s*(#\s*(define|undef|if|ifdef|ifndef|else|endif|include)\b.*|[A-Z_][A-Z0-9_]*\s*(\(.*\)\s*[;,]?|=\s*\S+\s*,?|,)|(?:return|break|continue|goto)\b[^;]*;\s*|.*[{}]\s*)$/;
/** A statement has a sign of code and ends with a semicolon. */
const isStatement = (line: string): boolean => line.endsWith(';') && /[=({[\]]/.test(line);

/** Returns the prose of a comment: without its marks, rulers and disabled code. */
export function readComment({ text, line, endLine, column }: Token): Comment {
  const disabled: number[] = [];
  const prose = text
    // A line comment that a backslash continues.
    .replace(/\\\n/g, '\n')
    .replace(/^\/\*[*!]*<?|\*+\/$|^\/\/[/!]*<?/g, '')
    .split('\n')
    .map((each) =>
      each
        .replace(/^\s*\*+(?=\s|$)/, '')
        .replace(/[\\@](brief|short)\b/, '')
        .replace(/([-=*#~_/])\1{2,}/g, ' ')
        .trim(),
    )
    .filter((each, index) => {
      const isCode = disabledCode.test(each) || isStatement(each);
      if (isCode && /\w/.test(each)) disabled.push(line + index);
      return !isCode;
    })
    .join('\n')
    .trim();
  const quoted = /^"(.*)"$/s.exec(prose)?.[1];
  const isDoc = /^\/\*[*!](?!\*)|^\/\/[/!]/.test(text);
  return { text: quoted ?? prose, line, endLine, column, isDoc, disabled };
}

/** Joins a comment with one in the next line. */
export function joinComments(first: Comment, next: Comment): Comment {
  const text = [first.text, next.text].filter((each) => each !== '').join('\n');
  return { ...first, endLine: next.endLine, text };
}

/** A definition of an error. */
export interface Definition {
  line: number;
  endLine: number;
  /** Name of its enum. */
  group: string;
  /** The line of its array: the rows of one array are one table. */
  array?: number;
  /** Texts by heading: code, symbol, message … */
  texts: Map<string, string>;
  trailing?: Comment | undefined;
  leading?: Comment | undefined;
}

/**
 * Gives each definition its message. An ordinary comment above belongs to the definition only if the
 * next definition does not follow directly: above several it is a heading, which is kept as a note.
 */
export function assignComments(definitions: readonly Definition[], notes: Comment[]): void {
  for (const [index, definition] of definitions.entries()) {
    const { texts, leading, trailing, endLine } = definition;
    const next = definitions[index + 1];
    const isOwn =
      !next || leading?.isDoc || next.line > endLine + 1 || next.leading || next.trailing;
    const isExplained = trailing !== undefined && trailing.text !== '';
    if (isExplained) texts.set(texts.has('message') ? 'comment' : 'message', trailing.text);
    if (!leading) continue;
    if (isExplained || !isOwn || texts.has('message') || leading.text === '') notes.push(leading);
    else texts.set('message', leading.text);
  }
}
