/** A source document as tables and notes: what the readers of every format return. */
import type { Finding } from './finding.ts';
import type { ColumnField } from './registry.ts';
import type { Block, Inline } from './text.ts';

/**
 * One table cell. `spanned` marks a copy made to fill a rowspan or colspan; `isAbsent` a place without
 * a cell, in a row made of a section, a list item or the like that lacks this label. `label` is the
 * heading of this cell alone, if the labels of a column differ: "Cause", "Reason".
 */
export interface Cell {
  blocks: Block[];
  line: number;
  /** Line of the entry that has the cell, if a row has the entries of several languages. */
  rowLine?: number;
  spanned?: 'row' | 'column';
  isAbsent?: true;
  label?: string;
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
  /** The heading that became the caption. */
  heading?: { line: number; level: number };
  /** What each column holds, if the shape of the document decides it and not the heading. */
  fields?: (ColumnField | undefined)[];
  /** Whether it is a part of the definition of a term. */
  role?: 'definition';
  /** Whether a line across the page, or the end of a part of it, is right above. */
  isBehindRule?: true;
  header: Row[];
  rows: Row[];
}

/** Text outside the tables, in document order. */
export interface Note {
  line: number;
  block: Block;
  /** Level of a heading, from 1. */
  level?: number;
  /** What it is in a list of definitions. */
  role?: 'term' | 'definition';
  /** How many definitions are around it, if any. */
  depth?: number;
  /** Of a term: whether it has a definition of its own, which may be empty. */
  isDefined?: true;
  /** Whether it is a field of a list of fields. */
  isField?: true;
  /** Of a footnote or an abbreviation: how the text refers to it, such as `[^1]`. */
  footnote?: string;
  /** Whether a line across the page, or the end of a part of it, is right above. */
  isBehindRule?: true;
  /** Line of the first line of text in a code block: behind the fence. */
  textLine?: number;
  /** 1-based line of each item of a list, followed by those of the items within it. */
  items?: number[];
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
 */
export type Reader = (text: string, file: string) => ReadResult;
