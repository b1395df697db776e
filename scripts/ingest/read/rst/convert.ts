/** Blocks of RST → the tables and notes of the model. */
import type { Cell, Note, Row, Table } from '../../../../src/model/document.ts';
import type { Block, Inline } from '../../../../src/model/text.ts';
import { checkLimit, checkTableCells } from '../limits.ts';
import { mergeTexts } from '../rich-text.ts';
import type { RstBlock, RstItem, RstNames, RstRow } from './block-tree.ts';
import { parseInline } from './inline.ts';

type RstTable = Extract<RstBlock, { type: 'table' }>;
type RstList = Extract<RstBlock, { type: 'list' }>;
type RstDirective = Extract<RstBlock, { type: 'directive' }>;

/** What is the same for all blocks of a document or of a cell. */
interface Conversion {
  names: RstNames;
  /** Collects tables. Without it the text of their cells replaces them: a cell holds no table. */
  tables?: Table[];
}

/**
 * Returns tables and notes, each in the order of the document.
 *
 * @param names What the document defines.
 * @throws LimitError if the copies that fill spans make a table too large.
 */
export function convertDocument(
  blocks: RstBlock[],
  names: RstNames,
): { tables: Table[]; notes: Note[] } {
  const tables: Table[] = [];
  const notes = convertBlocks(blocks, { names, tables });
  return { tables, notes };
}

function convertBlocks(blocks: RstBlock[], conversion: Conversion): Note[] {
  return blocks.flatMap((block) => convertBlock(block, conversion));
}

/** The blocks of the model for one block, each with its line; none for what is no text. */
function convertBlock(block: RstBlock, conversion: Conversion): Note[] {
  const { line } = block;
  const inline = (raw: string) => parseInline(raw, conversion.names);
  switch (block.type) {
    case 'heading':
      return paragraph(line, inline(block.raw)).map((note) => ({ ...note, level: block.level }));
    case 'paragraph':
      return paragraph(line, inline(block.raw));
    case 'literal':
      return block.value.trim() === ''
        ? []
        : [{ line, block: { type: 'code', value: block.value } }];
    case 'lineBlock':
      return paragraph(line, joinLines(block.lines.map(inline)));
    case 'list':
      return convertList(block, conversion);
    case 'quote':
      return convertBlocks(block.body, conversion);
    case 'directive':
      return convertDirective(block, conversion);
    case 'table':
      return convertTable(block, conversion);
    case 'comment':
    case 'transition':
      return [];
  }
}

function paragraph(line: number, children: Inline[]): Note[] {
  const hasText = children.some((child) => child.type !== 'text' || child.value.trim() !== '');
  return hasText ? [{ line, block: { type: 'paragraph', children } }] : [];
}

function joinLines(lines: Inline[][]): Inline[] {
  return lines.flatMap((line, index) =>
    index === 0 ? line : [{ type: 'break' as const }, ...line],
  );
}

/** A list of the model has no labels: lists that need them become paragraphs. */
function convertList({ kind, line, items }: RstList, conversion: Conversion): Note[] {
  const first = items[0]?.label.replace(/[().]/g, '');
  if (kind !== 'bullet' && !(kind === 'enumerated' && (first === '#' || Number(first) === 1))) {
    return items.flatMap((item) => convertItem(kind, item, conversion));
  }
  const children = items
    .map(({ body, line }) => ({ line, children: blocksOf(body, conversion) }))
    .filter((item) => item.children.length > 0);
  const list: Block = {
    type: 'list',
    ordered: kind === 'enumerated',
    children: children.map(({ children }) => ({ type: 'listItem', children })),
  };
  return children.length > 0
    ? [{ line, block: list, items: children.map(({ line }) => line) }]
    : [];
}

function convertItem(kind: RstList['kind'], item: RstItem, conversion: Conversion): Note[] {
  const { label, line } = item;
  const body = convertBlocks(item.body, conversion);
  if (kind === 'definition') {
    const term = paragraph(line, parseInline(label, conversion.names));
    return [...term.map((note): Note => ({ ...note, isTerm: true })), ...body];
  }
  const isOriginalName = label === 'original_name' && item.body.length <= 1;
  if (kind === 'field' && isOriginalName && /^\S*$/.test(rawOf(item.body[0]))) return [];
  const end = { field: ': ', option: body.length > 0 ? '  ' : '' }[kind as string] ?? ' ';
  const lead: Inline = { type: 'text', value: `${label}${end}` };
  const [first, ...rest] = body;
  if (first?.block.type !== 'paragraph') return [...paragraph(line, [lead]), ...body];
  return [...paragraph(line, mergeTexts([lead, ...first.block.children])), ...rest];
}

function rawOf(block: RstBlock | undefined): string {
  return block?.type === 'paragraph' ? block.raw : '';
}

/** The argument of a table is its caption; that of other directives is a setting. */
function convertDirective(directive: RstDirective, conversion: Conversion): Note[] {
  const { argument, body, line, name } = directive;
  const { names, tables } = conversion;
  const caption = name.endsWith('table') ? parseInline(argument, names) : [];
  const index = tables?.length ?? 0;
  const notes = convertBlocks(body, conversion);
  const table = tables?.[index];
  if (!table) return [...paragraph(line, caption), ...notes];
  if (caption.length > 0) table.caption = caption;
  return notes;
}

function convertTable(source: RstTable, conversion: Conversion): Note[] {
  const { names, tables } = conversion;
  let count = 0;
  /** By column: the cell of a row above that still reaches down, and over how many rows. */
  const open: ({ cell: Cell; rows: number } | undefined)[] = [];
  const fillRow = (row: RstRow): Row => {
    const cells: Cell[] = [];
    const fillFromAbove = () => {
      for (let above = open[cells.length]; above; above = open[cells.length]) {
        above.rows -= 1;
        if (above.rows === 0) open[cells.length] = undefined;
        cells.push({ ...above.cell, spanned: 'row' });
      }
    };
    for (const { line, body, rowSpan, columnSpan } of row.cells) {
      fillFromAbove();
      const blocks = blocksOf(body, { names });
      const cell: Cell = { blocks, line: body[0]?.line ?? line };
      checkLimit('columns in a row', cells.length + columnSpan, row.line);
      checkTableCells(count + cells.length + columnSpan, row.line);
      for (let column = 0; column < columnSpan; column++) {
        if (rowSpan > 1) open[cells.length] = { cell, rows: rowSpan - 1 };
        cells.push(column === 0 ? cell : { ...cell, spanned: 'column' });
      }
    }
    fillFromAbove();
    count += cells.length;
    return { line: row.line, cells };
  };
  const header = source.header.map(fillRow);
  const table: Table = { line: source.line, header, rows: source.rows.map(fillRow) };
  tables?.push(table);
  if (tables) return [];
  const own = [...table.header, ...table.rows].flatMap(({ cells }) => cells);
  return own
    .filter(({ spanned }) => !spanned)
    .flatMap(({ blocks, line }) => blocks.map((block) => ({ line, block })));
}

function blocksOf(body: RstBlock[], conversion: Conversion): Block[] {
  return convertBlocks(body, conversion).map(({ block }) => block);
}
