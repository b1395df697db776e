import type { Note, ReadResult, Table } from '../../../../src/model/document.ts';
import type { ColumnField } from '../../../../src/model/registry.ts';
import { finding } from '../../findings.ts';
import type { HeadingLookup } from '../../headings.ts';
import { textBlocks } from '../data/blocks.ts';
import { listUnfit } from '../decode.ts';
import { withLimits } from '../limits.ts';
import { groupNeighbours, makeTable } from '../make-table.ts';
import { reportHidden } from '../report-hidden.ts';
import { type Definitions, findDefinitions } from './find-definitions.ts';
import type { Unread } from './source.ts';

/**
 * Reads error codes from C source: `#define`, `enum`, and calls of macros such as
 * `DEFINE_ERROR(NAME, -4003, "42000", "message")`.
 *
 * A comment behind a definition, or directly above it, is its message unless it has a string. Other
 * comments are notes. Disabled code (`#if 0`, comments) is left out, and a finding names its lines.
 *
 * @param lookUp What the names of the members of structures stand for.
 */
export function readC(text: string, file: string, lookUp?: HeadingLookup): ReadResult {
  return withLimits((source) => readSource(source, file, lookUp))(text, file);
}

function readSource(text: string, file: string, lookUp?: HeadingLookup): ReadResult {
  const { tables, notes, unread, escaped, conditions, hidden } = readDefinitions(
    text,
    1,
    lookUp,
    true,
  );
  const findings = [
    ...conditions.map(({ line, condition }) =>
      finding('code-conditional', { file, line }, condition),
    ),
    ...unread.map(({ line, text: name }) => finding('part-unread', { file, line }, name)),
    ...reportHidden(file, hidden),
    ...escaped.map(({ line, text: names }) => finding('character-replaced', { file, line }, names)),
  ];
  return { tables, notes, findings };
}

/** What the parts of a definition hold. */
const fieldOf: Record<string, ColumnField> = {
  code: 'code',
  symbol: 'alias',
  message: 'message',
  comment: 'description',
};

const lookUpOwn: HeadingLookup = (heading) => {
  const field = fieldOf[heading];
  return field && { field, rank: 0, isCause: false };
};

/**
 * Reads the definitions in C source that is part of another document, such as a code block.
 *
 * @param firstLine The line in the document of the text's first line.
 * @param isFile Whether the text is a whole file: the cases of its functions may be its codes.
 * @example readDefinitions('#define E_IO 5 // Input failed.', 12).tables[0]?.rows[0]?.line // => 12
 */
export function readDefinitions(
  text: string,
  firstLine: number,
  lookUp: HeadingLookup = lookUpOwn,
  isFile = false,
): { tables: Table[]; notes: Note[]; escaped: Unread[] } & Pick<
  Definitions,
  'unread' | 'conditions' | 'hidden'
> {
  const found = findDefinitions(text, firstLine, lookUp, isFile);
  const { definitions, comments, unread, conditions, hidden } = found;
  const tables = groupNeighbours(definitions, ({ group, array = '' }) => `${array} ${group}`).map(
    (group) => {
      const headings = [...new Set(group.flatMap(({ texts }) => [...texts.keys()]))];
      const order = ['code', 'symbol', 'SQLSTATE', 'message', ...headings];
      headings.sort((a, b) => order.indexOf(a) - order.indexOf(b));
      const rows = group.map(({ line, texts }) => {
        const cellOf = (text: string | undefined) =>
          text === undefined ? undefined : { blocks: textBlocks(text), line };
        return { line, cells: headings.map((heading) => cellOf(texts.get(heading))) };
      });
      // Only parameters of macros are headings that the source has.
      const printed = headings.map((heading) => (heading in fieldOf ? '' : heading));
      const fields = headings.map((heading) => fieldOf[heading]);
      return makeTable(printed, rows, { caption: group[0]?.group, fields });
    },
  );
  const notes = comments.flatMap(({ line, text }) =>
    textBlocks(text).map((block) => ({ line, block })),
  );
  // Escapes can write characters that no page may show.
  const escaped = definitions.flatMap(({ line, texts }) => {
    const names = listUnfit([...texts.values()].join('\n'));
    return names.length > 0 ? [{ line, text: names.join(', ') }] : [];
  });
  return { tables, notes, unread, escaped, conditions, hidden };
}
