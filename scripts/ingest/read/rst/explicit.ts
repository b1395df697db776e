/** Blocks that begin with "..": directives, targets, footnotes, substitutions, comments. */
import { normaliseName, type ParseContext, type RstBlock } from './block-tree.ts';
import { parseDirective } from './directive.ts';
import { TABLE_BORDER } from './grid-lines.ts';
import { Source } from './source.ts';

const WORD = String.raw`[\p{L}\p{N}]+`;
const NAME = `${WORD}(?:[-._+:]${WORD})*`;

const FOOTNOTE = new RegExp(String.raw`^\.\. +(\[(?:\d+|#(?:${NAME})?|\*|${NAME})\])(?: +|$)`, 'u');
const TARGET =
  /^(?:\.\. +_(?![ _])(?:`([^`]+)`|((?:[^:\\]|\\.|:(?! |$))+))|\.\. +__|__(?= |$)):?(?: +|$)/;
const SUBSTITUTION = new RegExp(String.raw`^\.\. +\|(?! )(.+?)\| +(${NAME}) ?::(?: +|$)`, 'u');
const DIRECTIVE = new RegExp(String.raw`^\.\. +(${NAME}) ?::(?: +|$)`, 'u');
/** Directives that people write with one colon, which makes them comments. */
const DIRECTIVE_TYPO =
  /^\.\. +((?:note|warning|tip|hint|important|caution|attention|danger|error|table|list-table|csv-table) ?:)(?: |$)/i;

/** Parse a block that begins with ".." or an anonymous target, "__". */
export function parseExplicit(source: Source, context: ParseContext): RstBlock[] | undefined {
  const { line } = source;
  const text = source.peek();
  const target = TARGET.exec(text);
  if (target) return parseTarget(target, source, context);
  if (!/^\.\.(?: |$)/.test(text)) return undefined;
  const footnote = FOOTNOTE.exec(text);
  if (footnote) {
    const [{ length }, label = ''] = footnote;
    context.names.footnotes.add(label.slice(1, -1));
    const body = context.parse(source.takeBody(length), line);
    return [{ type: 'list', kind: 'footnote', line, items: [{ line, label, body }] }];
  }
  const substitution = SUBSTITUTION.exec(text);
  if (substitution) {
    const [{ length }, name = '', directive] = substitution;
    const value = source.takeBody(length).join(' ').trim();
    if (directive === 'replace') context.names.substitutions.set(normaliseName(name), value);
    return [{ type: 'comment', line }];
  }
  const directive = DIRECTIVE.exec(text);
  if (directive) {
    const [{ length }, name = ''] = directive;
    return parseDirective(name.toLowerCase(), source.takeBody(length), line, context);
  }
  return parseComment(source, context);
}

function parseTarget(match: RegExpExecArray, source: Source, context: ParseContext): RstBlock[] {
  const { line } = source;
  const [{ length }, quoted, plain] = match;
  const [first = ''] = source.take(1);
  const below = source.takeWhile((text) => text.startsWith(' '));
  const hasText = below.some((text) => /\S \S/.test(text));
  const address = [first.slice(length), ...(hasText ? [] : below)];
  const name = quoted ?? plain;
  if (name === undefined) context.names.hasAnonymous = true;
  else {
    const url = address.map((text) => text.trim()).join('');
    context.names.targets.set(normaliseName(name.replace(/\\(.)/g, '$1')), url);
  }
  if (!hasText) return [{ type: 'comment', line }];
  context.report(line, 'a link target holds text; it was read');
  return [{ type: 'comment', line }, ...context.parse(below, line + 1)];
}

/** A comment, or what only damaged markup makes one. */
function parseComment(source: Source, context: ParseContext): RstBlock[] {
  const { line } = source;
  const text = source.peek();
  const typo = DIRECTIVE_TYPO.exec(text)?.[1];
  if (typo !== undefined) {
    context.report(line, 'a directive with one colon is a comment; it was read');
    const [first = '', ...body] = [text.replace(typo, `${typo}:`), ...source.takeBody(0).slice(1)];
    const lines = [first, ...body.map((one) => (one === '' ? '' : `   ${one}`))];
    return parseExplicit(new Source(lines, line), context) ?? [];
  }
  // An empty comment does not include the block behind a blank line.
  if (text === '..' && source.peek(1) === '') source.at += 1;
  else {
    const [first = '', ...body] = source.takeBody(0);
    if (first !== '..' && body.some((one) => TABLE_BORDER.test(one))) {
      context.report(line, 'a comment holds a table; it was read');
      return [{ type: 'comment', line }, ...context.parse(body, line + 1)];
    }
  }
  return [{ type: 'comment', line }];
}
