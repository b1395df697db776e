/**
 * Limits of what the readers accept. A document beyond a limit is refused with an error: parsers
 * take quadratic time or overflow the stack on such text. Nothing is cut or rewritten.
 */
import type { Reader } from '../../../src/model/document.ts';
import { finding } from '../findings.ts';

/** Nesting depth of blocks and markup. The deepest of 8,000 published RST documents has 12 levels. */
export const maxNesting = 100;

/** Cells of one table, counting the copies that fill spans and short rows. */
export const maxTableCells = 1_000_000;

/** In brackets: the largest value in 140 vendor documents. */
const limits = {
  /** (1,204,865) */
  'characters in the document': 4_000_000,
  /** A whole HTML table may be in one line. (731) */
  'characters in a line': 200_000,
  /** (about 1,000) */
  'characters in a cell': 20_000,
  /** (9) */
  'columns in a row': 200,
  /** Levels of lists, quotations and tags inside each other. (10) */
  'levels of nesting': maxNesting,
  /** Without a blank line between them, outside tables and HTML. (107) */
  'lines in a block': 2_000,
  /** Characters with a meaning in Markdown, outside HTML and tables. (455) */
  'characters of markup in a block': 2_000,
  /** The same in the whole document, with tables. (3,054) */
  'characters of markup in the document': 300_000,
  /** Lines of quotations and underlines of headings. (424) */
  'lines that quote or underline': 2_000,
};

/** The largest file: characters of UTF-8 have up to four bytes. */
export const maxBytes = limits['characters in the document'] * 4;

/** An error at a 1-based line of a document. */
export class LineError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Thrown inside a reader, which turns it into the finding `document-refused`. */
export class LimitError extends LineError {}

/**
 * Throw if a value is beyond its limit.
 *
 * @throws LimitError
 * @example checkLimit('columns in a row', row.cells.length, 21)
 */
export function checkLimit(name: keyof typeof limits, value: number, line: number): void {
  if (value > limits[name]) {
    throw new LimitError(line, `it has ${value} ${name}, more than the limit of ${limits[name]}`);
  }
}

/** Throw if a table has too many cells. Call it before the cells are made. */
export function checkTableCells(count: number, line: number): void {
  if (count > maxTableCells) {
    throw new LimitError(line, `a table of more than ${maxTableCells} cells`);
  }
}

/**
 * Returns a reader that refuses documents beyond a limit: no tables, no notes, one error.
 *
 * The length of the document and of its lines is checked here, the rest inside the reader.
 */
export function withLimits(read: Reader): Reader {
  return (text, file) => {
    try {
      checkLimit('characters in the document', text.length, 1);
      for (const [index, line] of text.split('\n').entries()) {
        checkLimit('characters in a line', line.length, index + 1);
      }
      return read(text, file);
    } catch (error) {
      // A parser that calls itself for each level overflows the stack before the levels are counted.
      const refused =
        error instanceof RangeError && /call stack/.test(error.message)
          ? new LimitError(1, `it has more than the limit of ${maxNesting} levels of nesting`)
          : error;
      if (!(refused instanceof LimitError)) throw error;
      const place = { file, line: refused.line };
      return {
        tables: [],
        notes: [],
        findings: [finding('document-refused', place, refused.message)],
      };
    }
  };
}
