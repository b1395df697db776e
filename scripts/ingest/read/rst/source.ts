/** The lines of a document or of a nested body, and how far they are parsed. */
export class Source {
  /** Index of the current line. */
  at = 0;
  readonly lines: readonly string[];
  readonly #firstLine: number;

  /**
   * @param lines Without trailing white space and tabs.
   * @param firstLine 1-based line of the file of the first of them.
   */
  constructor(lines: readonly string[], firstLine: number) {
    this.lines = lines;
    this.#firstLine = firstLine;
  }

  get isAtEnd(): boolean {
    return this.at >= this.lines.length;
  }

  /** 1-based line of the file of the current line. */
  get line(): number {
    return this.#firstLine + this.at;
  }

  /** The line `offset` lines below the current one; "" outside the source. */
  peek(offset = 0): string {
    return this.lines[this.at + offset] ?? '';
  }

  take(count: number): string[] {
    this.at += count;
    return this.lines.slice(this.at - count, this.at);
  }

  takeWhile(test: (line: string) => boolean): string[] {
    let count = 0;
    while (this.at + count < this.lines.length && test(this.peek(count))) count++;
    return this.take(count);
  }

  /** Take the lines that are indented by at least `least` spaces, and blank lines between them. */
  takeIndented(least = 1): string[] {
    let count = 0;
    for (let ahead = 0; this.at + ahead < this.lines.length; ahead++) {
      if (this.peek(ahead) === '') continue;
      if (indentOf(this.peek(ahead)) < least) break;
      count = ahead + 1;
    }
    return dedent(this.take(count));
  }

  skipBlank(): void {
    while (!this.isAtEnd && this.peek() === '') this.at += 1;
  }

  /**
   * Take the current line from `column` on, and the indented lines below it, dedented.
   *
   * @param isAligned Whether lines that are indented less than the first text end the body.
   */
  takeBody(column: number, isAligned = false): string[] {
    const [first = ''] = this.take(1);
    if (!isAligned || first.length <= column) return [first.slice(column), ...this.takeIndented()];
    const start = this.at;
    this.takeIndented(column);
    return [first, ...this.lines.slice(start, this.at)].map((line) => line.slice(column));
  }
}

/** Number of leading spaces. An ideographic space is text. */
export const indentOf = (line: string): number => line.search(/[^ ]|$/);

/** Remove the indent that all non-blank lines share. */
export function dedent(lines: string[]): string[] {
  const indent = lines.reduce(
    (least, line) => (line === '' ? least : Math.min(least, indentOf(line))),
    Number.POSITIVE_INFINITY,
  );
  return lines.map((line) => line.slice(indent));
}

/** Replace tabs by spaces up to the next multiple of eight columns, as docutils does. */
export function expandTabs(line: string): string {
  const [first = '', ...rest] = line.split('\t');
  return rest.reduce((out, part) => out + ' '.repeat(8 - (out.length % 8)) + part, first);
}
