/** The blocks of an RST document. Text is raw: inline markup needs the names of all the document. */

/** A block and the 1-based line of the file on which it begins. */
export type RstBlock = { line: number } & (
  | { type: 'heading'; level: number; raw: string }
  | { type: 'paragraph'; raw: string }
  | { type: 'literal'; value: string }
  | { type: 'lineBlock'; lines: string[] }
  | { type: 'list'; kind: ListKind; items: RstItem[] }
  | { type: 'quote'; body: RstBlock[] }
  | { type: 'directive'; name: string; argument: string; body: RstBlock[] }
  | { type: 'table'; header: RstRow[]; rows: RstRow[] }
  /** `comment` includes link targets and substitution definitions. */
  | { type: 'comment' | 'transition' }
);

export type ListKind = 'bullet' | 'enumerated' | 'definition' | 'field' | 'option' | 'footnote';

export interface RstItem {
  line: number;
  /** Raw: bullet, enumerator (`1.`), term, field name, options or footnote label (`[1]`). */
  label: string;
  body: RstBlock[];
}

export interface RstRow {
  line: number;
  cells: RstCell[];
}

/** A cell; it also occupies `rowSpan - 1` rows below and `columnSpan - 1` columns to the right. */
export interface RstCell {
  line: number;
  body: RstBlock[];
  rowSpan: number;
  columnSpan: number;
}

/** Names that references and substitutions of the document may use. */
export interface RstNames {
  /** Address by name; "" for a place inside the document. */
  targets: Map<string, string>;
  /** Whether the document has a target without a name. */
  hasAnonymous: boolean;
  /** Raw text by name. */
  substitutions: Map<string, string>;
  /** Labels of footnotes and citations. */
  footnotes: Set<string>;
}

/** Names are compared without case, runs of white space as one space. */
export function normaliseName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What the parsers of single blocks share. */
export interface ParseContext {
  names: RstNames;
  /** Adornments of headings in the order of their first use; the index gives the level. */
  headingStyles: string[];
  /** Parse the lines of a cell, an item or another body; `line` is the 1-based line of the first. */
  parse: (lines: string[], line: number) => RstBlock[];
  /** Report damage whose text is kept. */
  report: (line: number, what: string) => void;
}

/** Reads the block at which `source` is; undefined, without moving it, if it is of another kind. */
export type BlockParser = (
  source: import('./source.ts').Source,
  context: ParseContext,
) => RstBlock[] | undefined;
