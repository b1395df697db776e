/** Paragraphs, headings, definitions, quotes, line blocks, literal blocks. */
import type { Note } from '../../../../src/model/document.ts';
import type { Inline } from '../../../../src/model/text.ts';
import { isSureCode } from '../../code-words.ts';
import { padWide } from '../width.ts';
import { codeNote, normaliseName, paragraphNote, type RstContext } from './context.ts';
import { isGridTop, TABLE_BORDER } from './grid-lines.ts';
import type { Source } from './source.ts';

/** One punctuation character of ASCII, repeated. */
const ADORNMENT = /^([!-/:-@[-`{-~])\1*$/;
/** A shorter adornment is text unless it is as long as the heading. */
const SURE_LENGTH = 4;

/** A line that may begin with a code and a colon: the paragraph is lines of codes. */
const CODE_LINE = /^[*`]{0,2}[\p{L}\p{N}_.-]+[*`]{0,2}\s*[:：]/u;

const LITERAL_MARK = /(?<!\\)(?:\\\\)*::$/;

export function parseQuote(source: Source, context: RstContext): Note[] | undefined {
  const { line } = source;
  return source.peek().startsWith(' ') ? context.parse(source.takeIndented(), line) : undefined;
}

export function parseLineBlock(source: Source, context: RstContext): Note[] | undefined {
  const mark = /^\|(?: +|$)/;
  const { line } = source;
  const children: Inline[] = [];
  if (!mark.test(source.peek())) return undefined;
  while (mark.test(source.peek())) {
    const [first = ''] = source.take(1);
    const rest = source.takeWhile((text) => text.startsWith(' ')).map((text) => text.trim());
    if (children.length > 0) children.push({ type: 'break' });
    children.push(...context.parseInline([first.replace(mark, ''), ...rest].join('\n')));
  }
  return paragraphNote(line, children);
}

/** What a line across the page is read as. */
export const TRANSITION: Note[] = [];

/** Parse a heading with an overline, or a transition. */
export function parseAdorned(source: Source, context: RstContext): Note[] | undefined {
  const { line } = source;
  const over = source.peek();
  if (!ADORNMENT.test(over)) return undefined;
  const title = source.peek(1);
  const fits = over.length >= SURE_LENGTH || padWide(title.trim()).length <= over.length;
  if (title !== '' && fits && source.peek(2) === over && !ADORNMENT.test(title)) {
    source.at += 3;
    return makeHeading(title.trim(), line + 1, `${over[0]}${over[0]}`, context);
  }
  if (over.length < SURE_LENGTH) return undefined;
  if (title !== '') return parseParagraph(source, context);
  source.at += 1;
  return TRANSITION;
}

/** Parse a line that begins no other markup. */
export function parseText(source: Source, context: RstContext): Note[] {
  const { line } = source;
  const text = source.peek();
  const below = source.peek(1);
  if (below.startsWith(' ')) return takeDefinition(source, 1, context);
  let terms = 0;
  while (isSureCode(source.peek(terms))) terms += 1;
  if (terms > 1 && source.peek(terms).startsWith(' '))
    return takeDefinition(source, terms, context);
  const isLong = below.length >= SURE_LENGTH || below.length >= padWide(text).length;
  if (isLong && ADORNMENT.test(below)) {
    source.at += 2;
    return makeHeading(text, line, below[0] ?? '', context);
  }
  return parseParagraph(source, context);
}

/** Parse terms, one a line, and the indented text below them, which they share. */
function takeDefinition(source: Source, count: number, context: RstContext): Note[] {
  const { line } = source;
  const terms = source.take(count);
  return parseDefinition(
    { terms, line, body: source.takeIndented(), bodyLine: line + count },
    context,
  );
}

/**
 * Parses terms and the text that they share.
 *
 * @param definition Terms, one a line, and the lines of the text; each with the 1-based line of its first. `isWhole`
 *   tells that terms without a text have none; otherwise they share that of the next ones.
 */
export function parseDefinition(
  {
    terms,
    line,
    body,
    bodyLine,
    isWhole = body.length > 0,
  }: { terms: string[]; line: number; body: string[]; bodyLine: number; isWhole?: boolean },
  context: RstContext,
): Note[] {
  const titles = terms.flatMap((term, index) =>
    paragraphNote(line + index, context.parseInline(term)),
  );
  const before = context.tables?.length;
  const definition = context.parse(body, bodyLine);
  for (const table of context.tables?.slice(before) ?? []) table.role = 'definition';
  return [
    ...titles.map((note, index): Note => {
      const isDefined = index === titles.length - 1 && isWhole;
      return { ...note, role: 'term', ...(isDefined && { isDefined }) };
    }),
    ...definition.map(
      (note): Note =>
        note.role === 'term'
          ? { ...note, depth: (note.depth ?? 0) + 1 }
          : { ...note, role: 'definition', depth: (note.depth ?? 0) + 1 },
    ),
  ];
}

/** Parse the body of a glossary, in which every line that is not indented is a term or a comment. */
export function parseTerms(source: Source, context: RstContext): Note[] {
  const notes: Note[] = [];
  for (source.skipBlank(); !source.isAtEnd; source.skipBlank()) {
    const { line } = source;
    const isTerm = !/^(?: |\.\.(?: |$))/.test(source.peek());
    if (isTerm) notes.push(...takeDefinition(source, 1, context));
    else notes.push(...context.parse(source.takeBody(0), line));
  }
  return notes;
}

function makeHeading(raw: string, line: number, style: string, context: RstContext): Note[] {
  const { headingStyles, names } = context;
  if (!headingStyles.includes(style)) headingStyles.push(style);
  names.targets.set(normaliseName(raw), '');
  const level = headingStyles.indexOf(style) + 1;
  return paragraphNote(line, context.parseInline(raw)).map((note) => ({ ...note, level }));
}

/** Parse a paragraph, and the literal block that "::" at its end announces. A table ends it. */
function parseParagraph(source: Source, context: RstContext): Note[] {
  const { line } = source;
  const lines = source.take(1);
  while (source.peek() !== '' && !source.peek().startsWith(' ') && !isGridTop(source)) {
    lines.push(...source.take(1));
  }
  const border = lines.findIndex((text) => TABLE_BORDER.test(text));
  if (border >= 0) context.report(line + border, 'a border of a table within text');
  const raw = lines.join('\n');
  for (const [, name = ''] of raw.matchAll(/_`([^`]+)`/g)) {
    context.names.targets.set(normaliseName(name), '');
  }
  const parse = lines.slice(1).some((text) => CODE_LINE.test(text)) ? parseInLines : parseAsOne;
  if (!LITERAL_MARK.test(raw)) return paragraphNote(line, parse(raw, context));
  // "text::" means "text:", "text ::" means "text"; "::" in a paragraph of its own is not text.
  const shown = /(?:^|\s)::$/.test(raw) ? raw.slice(0, -2).trimEnd() : raw.slice(0, -1);
  return [...paragraphNote(line, parse(shown, context)), ...parseLiteral(source)];
}

const parseAsOne = (raw: string, context: RstContext): Inline[] => context.parseInline(raw);

/** Parse a paragraph and keep its line ends, which are white space that no document has till then. */
function parseInLines(raw: string, context: RstContext): Inline[] {
  const restore = (nodes: Inline[]): Inline[] =>
    nodes.map((node) => {
      if ('children' in node) return { ...node, children: restore(node.children) };
      const end = node.type === 'text' ? '\n' : ' ';
      return 'value' in node ? { ...node, value: node.value.replaceAll('\v', end) } : node;
    });
  return restore(context.parseInline(raw.replaceAll('\n', '\v')));
}

/** Parse an indented block. */
function parseLiteral(source: Source): Note[] {
  source.skipBlank();
  const { line } = source;
  return codeNote(line, source.takeIndented().join('\n'));
}
