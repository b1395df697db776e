/** Limits of what the readers accept. A document beyond them is refused with an error. */

/** Nesting depth of blocks. The deepest of 8,000 published RST documents has 12 levels. */
export const maxNesting = 100;

/** Cells of one table, counting the copies that fill spans and short rows. */
export const maxTableCells = 1_000_000;

/** Thrown inside a reader, which turns it into the finding `document-refused`. */
export class LimitError extends Error {
  /** 1-based line at which the limit is exceeded. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Throw if a table has too many cells. Call it before the cells are made. */
export function checkTableCells(count: number, line: number): void {
  if (count > maxTableCells) {
    throw new LimitError(line, `a table of more than ${maxTableCells} cells`);
  }
}
