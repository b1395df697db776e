/** HTML tables → rows; cells that span are copied into every place they cover. */
import type { Element, ElementContent } from 'hast';
import type { Row, Table } from '../../../../src/model/document.ts';
import type { Inline } from '../../../../src/model/text.ts';
import { fillSpans } from '../fill-spans.ts';
import { flattenBlocks, trimInline } from '../rich-text.ts';
import { type Held, readHtmlNodes } from './inline.ts';

/** The largest colspan. Source: HTML, 4.9.11. */
const maxColspan = 1000;

const isElement = (node: ElementContent | Element, ...names: string[]): node is Element =>
  node.type === 'element' && names.includes(node.tagName);

const childrenOf = (node: Element, ...names: string[]): Element[] =>
  node.children.filter((child): child is Element => isElement(child, ...names));

function readSpan(cell: Element, name: 'rowSpan' | 'colSpan'): number {
  const value = Number.parseInt(String(cell.properties[name] ?? '1'), 10);
  return Number.isNaN(value) || value < 0 ? 1 : value;
}

/** What reading a table needs. */
export interface HtmlContext {
  /** Lines of the document above the text. */
  offset: number;
  /** Markdown inside the HTML. */
  held: Held[];
}

/** The rows of one section, spans filled within it: no span leaves its section. */
function readSection(rows: Element[], width: number, { offset, held }: HtmlContext): Row[] {
  const lineOf = (element: Element) => (element.position?.start.line ?? 1) + offset;
  const drawn = rows.map((row, index) => ({
    line: lineOf(row),
    cells: childrenOf(row, 'td', 'th').map((element) => {
      const below = rows.length - index;
      return {
        cell: { blocks: readHtmlNodes(element.children, held), line: lineOf(element) },
        columnSpan: Math.min(readSpan(element, 'colSpan') || 1, maxColspan),
        rowSpan: Math.min(readSpan(element, 'rowSpan') || below, below),
      };
    }),
  }));
  return fillSpans(drawn, width);
}

const isHeaderRow = (row: Element): boolean => {
  const cells = childrenOf(row, 'td', 'th');
  return cells.length > 0 && cells.every((cell) => cell.tagName === 'th');
};

const isAcross = (row: Element): boolean => {
  const [cell, ...others] = childrenOf(row, 'td', 'th');
  return cell !== undefined && others.length === 0 && readSpan(cell, 'colSpan') > 1;
};

/**
 * Read one table element.
 *
 * The header is `<thead>`, or without it the first rows that are all `<th>`; else it is empty.
 */
export function readHtmlTable(table: Element, context: HtmlContext): Table {
  const headRows = childrenOf(table, 'thead').flatMap((section) => childrenOf(section, 'tr'));
  const sections = table.children.flatMap((child): Element[][] =>
    isElement(child, 'tbody', 'tfoot') ? [childrenOf(child, 'tr')] : [],
  );
  const first = sections[0] ?? [];
  if (childrenOf(table, 'thead').length === 0) {
    // One cell across all columns below the header is the title of the rows below it.
    while (first[0] && isHeaderRow(first[0]) && !(headRows.length > 0 && isAcross(first[0])))
      headRows.push(...first.splice(0, 1));
  }
  const header = readSection(headRows, 0, context);
  const width = Math.max(0, ...header.map((row) => row.cells.length));
  const rows = sections.flatMap((section) => readSection(section, width, context));
  const caption: Inline[] = childrenOf(table, 'caption').flatMap((child) =>
    trimInline(flattenBlocks(readHtmlNodes(child.children, context.held))),
  );
  return {
    line: (table.position?.start.line ?? 1) + context.offset,
    ...(caption.length > 0 ? { caption } : {}),
    header,
    rows: rows.filter((row) => row.cells.length > 0),
  };
}
