/** What the parsers of RST blocks share. */
import type { Cell, Note, Table } from '../../../../src/model/document.ts';
import type { Inline } from '../../../../src/model/text.ts';
import { makeParagraph } from '../rich-text.ts';
import type { Source } from './source.ts';

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

export interface RstContext {
  names: RstNames;
  /** Adornments of headings in the order of their first use; the index gives the level. */
  headingStyles: string[];
  /** The tables found so far; undefined in a cell, where a table becomes text. */
  tables: Table[] | undefined;
  parseInline: (raw: string) => Inline[];
  /** Parse the lines of an item or another body; `line` is the 1-based line of the first. */
  parse: (lines: string[], line: number) => Note[];
  parseCell: (lines: string[], line: number) => Cell;
  /** Report damage whose text is kept. */
  report: (line: number, what: string) => void;
  /** Takes the line of a comment that is left out. */
  onHidden: (line: number) => void;
}

/** Reads the block at which `source` is; undefined, without moving it, if it is of another kind. */
export type BlockParser = (source: Source, context: RstContext) => Note[] | undefined;

/** Returns a name as names are compared: lower case, runs of white space as one space. */
export function normaliseName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Returns a paragraph, or nothing if it has no text. */
export function paragraphNote(line: number, children: Inline[]): Note[] {
  return makeParagraph(children).map((block) => ({ line, block }));
}

/** Returns a literal block, or nothing if it is blank. */
export function codeNote(line: number, value: string, textLine = line): Note[] {
  if (value.trim() === '') return [];
  return [{ line, block: { type: 'code', value }, ...(textLine !== line && { textLine }) }];
}
