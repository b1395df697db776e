/** Directives: https://docutils.sourceforge.io/docs/ref/rst/directives.html */
import type { Note } from '../../../../src/model/document.ts';
import { unfolding } from '../notes.ts';
import { codeNote, paragraphNote, type RstContext } from './context.ts';
import { parseTable } from './directive-table.ts';
import { prependText } from './lists.ts';
import { dedent, Source } from './source.ts';
import { type Directive, takeApart } from './take-apart.ts';
import { parseDefinition, parseTerms } from './text.ts';

/** Directives whose body is code. */
const CODE = new Set(['code', 'code-block', 'sourcecode', 'raw', 'math', 'parsed-literal']);
/** Directives about the site, which show pages and titles that are elsewhere. */
const NAVIGATION = new Set(['toctree', 'contents', 'index', 'meta', 'sectnum']);
/** Directives whose content is not part of every build of a document. */
const CONDITIONAL = new Set(['only', 'ifconfig', 'todo']);
/** What Sphinx puts before the version in these directives. */
const CHANGES = new Map([
  ['deprecated', 'Deprecated since version'],
  ['versionadded', 'Added in version'],
  ['versionchanged', 'Changed in version'],
  ['versionremoved', 'Removed in version'],
]);
/** Directives of sphinx-design whose text unfolds below their title, or is a card with it. */
const UNFOLDING = new Set(['card', 'dropdown', 'grid-item-card']);
/** Directives that describe what their first lines name; those of a domain have a colon in their name. */
const OBJECTS = new Set('object describe data exception attribute macro var option'.split(' '));
/** Objects whose names are settings of a program, and no codes. */
const SETTING = /(?:^|:)(?:confval|envvar|setting)$/;
const CALLABLE =
  /:(?:function|method|classmethod|staticmethod|class|struct|union|enum|enum-class|type|typedef|alias|module|namespace)$/;
/** Options of such a directive that are text. */
const TEXT_OPTIONS = ['annotation', 'value', 'type', 'synopsis', 'deprecated'];

/** A rubric is a heading that makes no section: it has the level below all of those. */
const ofRubric = 6;

/**
 * Parse a directive.
 *
 * @param lines What follows "::" on its line, and the lines below, dedented.
 * @param line 1-based line of the first of them.
 */
export function parseDirective(
  name: string,
  lines: string[],
  line: number,
  context: RstContext,
): Note[] {
  const directive = takeApart(name, lines, line);
  const { argument, options, body, bodyLine } = directive;
  if (name.endsWith('table')) return parseTable(name, directive, context);
  if (NAVIGATION.has(name)) return [];
  if (CONDITIONAL.has(name)) {
    context.report(
      line,
      `“${name}:: ${argument}” shows its content in some builds only; it was read`,
    );
  }
  if (name.endsWith('include'))
    context.report(line, `“${name}:: ${argument}” includes another file; it was not read`);
  if (name === 'glossary') {
    // `RC-10 : login` has a key by which the term is sorted.
    const terms = dedent(body).map((text) => text.replace(/^(?!\.\.)(\S.*?)\s+:\s+\S*$/, '$1'));
    return parseTerms(new Source(terms, bodyLine), context);
  }
  if (name === 'rubric')
    return context.parse(body, bodyLine).map((note) => ({ level: ofRubric, ...note }));
  if (name === 'image') return paragraphNote(line, context.parseInline(readAlt(lines)));
  if (name === 'figure')
    return [
      ...paragraphNote(line, context.parseInline(readAlt(lines))),
      ...context.parse(body, bodyLine),
    ];
  if (name === 'admonition' || UNFOLDING.has(name)) return parseTitled(name, directive, context);
  const change = CHANGES.get(name);
  if (change !== undefined) return prependText(`${change} `, line, context.parse(body, bodyLine));
  if (SETTING.test(name)) {
    const [setting = '', ...text] = body;
    return [
      ...paragraphNote(bodyLine, context.parseInline(setting)),
      ...context.parse(text, bodyLine + 1),
    ];
  }
  // Functions and types are no codes, although their texts may name some.
  if (CALLABLE.test(name)) return parseTitled('admonition', directive, context);
  if (name.includes(':') || OBJECTS.has(name)) return parseObject(directive, context);
  if (!CODE.has(name)) return context.parse(body, bodyLine);
  const start = Math.max(
    body.findIndex((text) => text !== ''),
    0,
  );
  return [
    ...paragraphNote(line, context.parseInline(options.get('caption') ?? '')),
    ...codeNote(line, dedent(body.slice(start)).join('\n').trimEnd(), bodyLine + start),
  ];
}

/**
 * Parse a directive that begins with its title: a box with a bold one, or what unfolds below a line. A card has its
 * header above `^^^` and its footer below `+++`.
 */
function parseTitled(name: string, directive: Directive, context: RstContext): Note[] {
  const { line } = directive;
  const body = directive.body.map((text) => (/^(?:\+{3}|\^{3})$/.test(text.trim()) ? '' : text));
  const end = [...body, ''].indexOf('');
  const title = paragraphNote(line, context.parseInline(body.slice(0, end).join('\n')));
  const text = context.parse(body.slice(end), line + end);
  if (UNFOLDING.has(name))
    return [
      ...title.map((note): Note => ({ ...note, level: unfolding })),
      ...text.map(({ level, ...note }): Note => {
        const inner = level !== undefined && level >= unfolding ? level + 1 : level;
        return { role: 'definition', ...note, ...(inner !== undefined && { level: inner }) };
      }),
    ];
  const bold = title.map(
    ({ block, ...note }): Note => ({
      ...note,
      block:
        block.type === 'paragraph'
          ? { ...block, children: [{ type: 'strong', children: block.children }] }
          : block,
    }),
  );
  return [...bold, ...text];
}

/** Parse the description of an object: its names are terms, its options come after its text. */
function parseObject({ line, options, body, bodyLine }: Directive, context: RstContext): Note[] {
  const count = [...body, ''].indexOf('');
  const notes = parseDefinition(
    {
      terms: body.slice(0, count).map(withNumber),
      line,
      body: body.slice(count),
      bodyLine: bodyLine + count,
      isWhole: true,
    },
    context,
  );
  const end = notes.at(-1)?.line ?? line;
  const texts = TEXT_OPTIONS.flatMap((name) => {
    const value = options.get(name);
    return value ? paragraphNote(end, context.parseInline(`${name}: ${value}`)) : [];
  });
  return [...notes, ...texts.map((note): Note => ({ ...note, role: 'definition' }))];
}

/** Writes the number of an enumerator in brackets: "NET_ENOBUF (-12)" for `NET_ENOBUF = -12`. */
const withNumber = (term: string): string =>
  term.replace(/^(\s*[A-Z]\w*)\s*=\s*(-?(?:0x[\da-fA-F]+|\d+))\s*$/, '$1 ($2)');

/** Returns the text that stands for an image, with its marks escaped; "" if it has none. */
export function readAlt(lines: string[]): string {
  const alt = takeApart('image', lines, 0).options.get('alt') ?? '';
  return alt.trim().replace(/[\\*`|_<>[\]]/g, '\\$&');
}
