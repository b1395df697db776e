/** A source document as tables and notes: what the readers of every format return. */
import type { Finding } from './finding.ts';
import type { Block, Inline } from './text.ts';

/** One table cell. `spanned` marks a copy made to fill a rowspan or colspan. */
export interface Cell {
  blocks: Block[];
  line: number;
  spanned?: 'row' | 'column';
}

/** One table row. It may have more or fewer cells than the header; nothing is padded or cut. */
export interface Row {
  line: number;
  cells: Cell[];
}

/** One table of a document; `header` is empty if the document marks no header row. */
export interface Table {
  line: number;
  caption?: Inline[];
  header: Row[];
  rows: Row[];
}

/** Text outside the tables, in document order. */
export interface Note {
  line: number;
  block: Block;
}

/** What a reader makes of one document. */
export interface ReadResult {
  tables: Table[];
  notes: Note[];
  findings: Finding[];
}

/**
 * Reads the tables of a document of one format.
 *
 * @param text The document, decoded, without BOM, line ends as "\n".
 * @param file Its path, for findings.
 */
export type Reader = (text: string, file: string) => ReadResult;
