import type { RstNode } from 'rst-compiler';

/** What the parsers of tables need from the parser of the document. */
export interface RstContext {
  /** Parse lines that hold one table, by rst-compiler's own parsers; undefined where they throw. */
  parseTable: (lines: string[], line: number) => RstNode | undefined;
  /** Report damage; the line is counted from 0. */
  report: (line: number, what: string) => void;
}
