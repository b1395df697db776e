/**
 * RST documents → tables and notes, by https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 *
 * docutils drops what it cannot parse; here its text is kept, and damage is reported.
 */

import type { Note, Reader, ReadResult } from '../../../../src/model/document.ts';
import type { Inline } from '../../../../src/model/text.ts';
import { finding } from '../../findings.ts';
import { checkLimit, withLimits } from '../limits.ts';
import { reportHidden } from '../report-hidden.ts';
import { unpad } from '../width.ts';
import { type BlockParser, paragraphNote, type RstContext, type RstNames } from './context.ts';
import { parseExplicit } from './explicit.ts';
import { parseGridTable } from './grid-table.ts';
import { parseInline } from './inline.ts';
import { parseList } from './lists.ts';
import { parseSimpleTable } from './simple-table.ts';
import { dedent, expandTabs, Source } from './source.ts';
import { parseAdorned, parseLineBlock, parseQuote, parseText, TRANSITION } from './text.ts';

/** In the order in which docutils tries them. The last accepts any line. */
const PARSERS: BlockParser[] = [
  parseQuote,
  parseList,
  parseLineBlock,
  parseGridTable,
  parseSimpleTable,
  parseExplicit,
  parseAdorned,
  parseText,
];

/** Markup without text, which docutils drops: if a cell or an item has nothing else, it is text. */
const LONE_MARK = /^(?:[-*+]|\(?(?:\w|\d+|[ivxlcdm]+)[.)]|\.\.|::|[=\-`:.'"~^_*+#]{4,})$/i;

/**
 * Returns the tables and the notes of a reStructuredText document.
 *
 * Tables are read wherever they are: in sections, directives, lists, quotes. A cell that spans rows
 * or columns is copied to each place, with `spanned` set; copies share their blocks with the
 * original. Text outside tables becomes notes, in document order. Comments, link targets and
 * `:original_name:` fields are left out.
 *
 * @param text The document, decoded, line ends "\n".
 * @param file Its path, for findings.
 * @returns Damage is reported and its text kept. A document that exceeds a limit of
 *   `read/limits.ts` has no tables and one error.
 * @example readRst('==== ====\nCode Text\n==== ====\nA.1  Gone\n==== ====\n', 'a.rst').tables.length // => 1
 */
export const readRst: Reader = withLimits((text, file) => {
  const lines = text.split('\n').map((line) => expandTabs(line).trimEnd());
  const names: RstNames = {
    ...{ targets: new Map(), hasAnonymous: false },
    ...{ substitutions: new Map(), footnotes: new Set() },
  };
  const read = (parseInline: (raw: string) => Inline[]): ReadResult => {
    const { tables, findings }: Pick<ReadResult, 'tables' | 'findings'> = {
      tables: [],
      findings: [],
    };
    const report = (line: number, what: string) => {
      findings.push(finding('markup-odd', { file, line }, what));
    };
    const hidden = new Set<number>();
    const onHidden = (line: number) => hidden.add(line);
    const context = nest({ names, headingStyles: [], tables, parseInline, report, onHidden }, 0);
    const notes = parseLines(lines, 1, context);
    findings.push(...reportHidden(file, hidden));
    return { tables, notes, findings: findings.sort((a, b) => a.place.line - b.place.line) };
  };
  // Text may use a name before the document defines it: the first reading only collects names.
  read(() => []);
  return read((raw) => parseInline(raw, names));
});

/** Returns a context whose `parse` knows how deep it is. */
function nest(shared: Omit<RstContext, 'parse' | 'parseCell'>, depth: number): RstContext {
  const parseIn = (tables: RstContext['tables'], body: string[], line: number): Note[] => {
    const lines = dedent(body.map((text) => unpad(text).trimEnd()));
    const start = lines.findIndex((text) => text !== '');
    const [only = '', ...more] = lines.slice(start);
    if (start >= 0 && LONE_MARK.test(only) && more.every((text) => text === '')) {
      return paragraphNote(line + start, shared.parseInline(only.replace(/::$/, '\\::')));
    }
    checkLimit('levels of nesting', depth + 1, line);
    return parseLines(lines, line, nest({ ...shared, tables }, depth + 1));
  };
  return {
    ...shared,
    parse: (lines, line) => parseIn(shared.tables, lines, line),
    parseCell: (lines, line) => {
      const start = lines.findIndex((text) => text.trim() !== '');
      const blocks = parseIn(undefined, lines, line).map(({ block }) => block);
      return { blocks, line: line + Math.max(start, 0) };
    },
  };
}

function parseLines(lines: string[], line: number, context: RstContext): Note[] {
  const source = new Source(lines, line);
  const found: Note[][] = [];
  for (source.skipBlank(); !source.isAtEnd; source.skipBlank()) {
    const results = PARSERS.values().map((parse) => parse(source, context));
    const notes = results.find((result) => result !== undefined) ?? [];
    const [first, ...more] = notes;
    const isBehindRule = first && found.at(-1) === TRANSITION;
    found.push(isBehindRule ? [{ ...first, isBehindRule }, ...more] : notes);
  }
  return found.flat();
}
