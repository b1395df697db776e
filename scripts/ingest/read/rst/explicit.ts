/** Blocks that begin with "..": directives, targets, footnotes, substitutions, comments. */
import type { Note } from '../../../../src/model/document.ts';
import { normaliseName, type RstContext } from './context.ts';
import { parseDirective, readAlt } from './directive.ts';
import { TABLE_BORDER } from './grid-lines.ts';
import { prependText } from './lists.ts';
import type { Source } from './source.ts';

const WORD = String.raw`[\p{L}\p{N}]+`;
const NAME = `${WORD}(?:[-._+:]${WORD})*`;

const FOOTNOTE = new RegExp(String.raw`^\.\. +(\[(?:\d+|#(?:${NAME})?|\*|${NAME})\])(?: +|$)`, 'u');
const TARGET =
  /^(?:\.\. +_(?![ _])(?:`([^`]+)`|((?:[^:\\]|\\.|:(?! |$))+))|\.\. +__|__(?= |$)):?(?: +|$)/;
const SUBSTITUTION = new RegExp(String.raw`^\.\. +\|(?! )(.+?)\| +(${NAME}) ?::(?: +|$)`, 'u');
const DIRECTIVE = new RegExp(String.raw`^\.\. +(${NAME}) ?::(?: +|$)`, 'u');

/** Parse a block that begins with ".." or an anonymous target, "__". */
export function parseExplicit(source: Source, context: RstContext): Note[] | undefined {
  const { line } = source;
  const { names } = context;
  const text = source.peek();
  const target = TARGET.exec(text);
  if (target) return parseTarget(target, source, context);
  if (!/^\.\.(?: |$)/.test(text)) return undefined;
  const footnote = FOOTNOTE.exec(text);
  if (footnote) {
    const [{ length }, label = ''] = footnote;
    names.footnotes.add(label.slice(1, -1));
    const notes = prependText(`${label} `, line, context.parse(source.takeBody(length), line));
    return notes.map((note): Note => ({ ...note, footnote: label }));
  }
  const substitution = SUBSTITUTION.exec(text);
  if (substitution) {
    const [{ length }, name = '', directive] = substitution;
    const body = source.takeBody(length);
    const value = readSubstitution(directive, body);
    if (value !== undefined) names.substitutions.set(normaliseName(name), value);
    return [];
  }
  const [whole, name = ''] = DIRECTIVE.exec(text) ?? [];
  if (whole === undefined) return parseComment(source, context);
  return parseDirective(name.toLowerCase(), source.takeBody(whole.length), line, context);
}

/** Returns what stands for a substitution; undefined if nothing in the document does. */
function readSubstitution(directive: string | undefined, body: string[]): string | undefined {
  const text = body.join(' ').trim();
  if (directive === 'replace') return text;
  if (directive === 'unicode') return readUnicode(text);
  // `|br|` is a break of a line in HTML.
  if (directive === 'raw')
    return /^html\b/.test(text) ? text.replace(/^html|<[^>]*>/g, ' ') : undefined;
  return directive === 'image' ? readAlt(body) || undefined : undefined;
}

/** Decodes numbers of characters as docutils does, `U+2714`, `0x2714`, `10004`; other words stay. Spaces only separate. */
function readUnicode(text: string): string {
  const [words = ''] = text.split(/ \.\.(?: |$)/, 1);
  return words
    .split(/\s+/)
    .map((word) => {
      const [, hex = '', xml = hex] =
        /^(?:(?:0x|x|\\x|U\+?|\\u)([\da-f]+)|&#x([\da-f]+);)$/i.exec(word) ?? [];
      const code = /^\d+$/.test(word) ? Number(word) : Number.parseInt(xml, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : word;
    })
    .join('');
}

function parseTarget(match: RegExpExecArray, source: Source, context: RstContext): Note[] {
  const [{ length }, quoted, plain] = match;
  const [first = ''] = source.take(1);
  // The address ends at a blank line.
  const address = [first.slice(length), ...source.takeWhile((text) => text.startsWith(' '))];
  const name = quoted ?? plain;
  if (name === undefined) context.names.hasAnonymous = true;
  else {
    const url = address.map((text) => text.trim()).join('');
    context.names.targets.set(normaliseName(name.replace(/\\(.)/g, '$1')), url);
  }
  return [];
}

/** Skip a comment. A table in it is read if the markup of its directive is damaged: `.. Table 1`. */
function parseComment(source: Source, context: RstContext): Note[] {
  const { line } = source;
  // An empty comment does not include the block behind a blank line.
  if (source.peek() === '..' && source.peek(1) === '') {
    source.at += 1;
    return [];
  }
  const [first, ...body] = source.takeBody(0);
  const hasTable = first !== '..' && body.some((text) => TABLE_BORDER.test(text));
  if (!hasTable) {
    if ([first, ...body].some((text) => /[\p{L}\p{N}]/u.test(text ?? ''))) context.onHidden(line);
    return [];
  }
  const isDamaged = /^\.\. +(?:\w+-)?table\b/i.test(first ?? '');
  context.report(line, `a comment holds a table; it was ${isDamaged ? '' : 'not '}read`);
  if (!isDamaged) return [];
  return context.parse(body, line + 1);
}
