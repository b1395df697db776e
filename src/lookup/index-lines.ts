/** The files of a large index: JSON with a line for each code, text and case, read line by line. */
import type { LookupCore, LookupTexts } from './index-format.ts';

const lines = (items: readonly unknown[]) =>
  items.length === 0 ? '' : `\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n`;

/** Returns an index as JSON, as {@link readCoreLines} reads it. */
export function renderCore({ version, shared, catalogs }: LookupCore): string {
  const own = catalogs.map(
    ({ id, codes }) => `\n{"id":${JSON.stringify(id)},"codes":[${lines(codes)}]}`,
  );
  const head = JSON.stringify({ version, shared }).slice(0, -1);
  return `${head},"catalogs":[${own.join(',')}\n]}`;
}

/** Returns texts as JSON, as {@link readTextLines} reads them. */
export function renderTexts({ strings, cases, ...rest }: LookupTexts): string {
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"strings":[${lines(strings)}],"cases":[${lines(cases)}]}`;
}

/** Lines of a file. It stays in memory as bytes, a quarter of what its values would take. */
export class LineFile {
  readonly #bytes: Uint8Array;
  /** Where each line begins, and the end of the last. */
  readonly #starts: Uint32Array;
  readonly #decoder = new TextDecoder();

  constructor(bytes: Uint8Array) {
    const starts = [0];
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
    this.#bytes = bytes;
    this.#starts = Uint32Array.from([...starts, bytes.length + 1]);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  /** Returns a line without the comma at its end. */
  read(line: number): string {
    const own = this.#bytes.subarray(this.#starts[line], (this.#starts[line + 1] ?? 1) - 1);
    return this.#decoder.decode(own).replace(/,$/, '');
  }

  /** Returns the value of a line. */
  parse<Value>(line: number): Value {
    return JSON.parse(this.read(line)) as Value;
  }

  /** Returns the first line from `from` on that begins with other characters than `first`. */
  endOf(first: string, from: number): number {
    let line = from;
    while (line < this.length && this.#bytes[this.#starts[line] ?? 0] === first.charCodeAt(0))
      line += 1;
    return line;
  }
}

/** Where the values of an index are in its file. */
export interface CoreLines {
  shared: string[];
  /** First line and line after the last one of each catalog's codes. */
  catalogs: { id: string; from: number; to: number }[];
}

export function readCoreLines(file: LineFile): CoreLines {
  const { shared } = JSON.parse(`${file.read(0).replace(/,"catalogs":\[$/, '')}}`);
  const catalogs: CoreLines['catalogs'] = [];
  for (let line = 1; line < file.length - 1; ) {
    const { id } = JSON.parse(`${file.read(line).replace(/\]\}$/, '')}]}`);
    const to = file.endOf('[', line + 1);
    catalogs.push({ id, from: line + 1, to });
    // After codes, `]}` has a line of its own.
    line = to > line + 1 ? to + 1 : to;
  }
  return { shared, catalogs };
}

/** Where the texts are in their file: lines of the first string and of the first case. */
export interface TextLines extends Omit<LookupTexts, 'strings' | 'cases'> {
  firstString: number;
  firstCase: number;
}

const noTexts: TextLines = {
  version: 1,
  concepts: [],
  traditional: '',
  names: [],
  notes: [],
  firstString: 0,
  firstCase: 0,
};

export function readTextLines(file: LineFile | undefined): TextLines {
  if (!file) return noTexts;
  const head = JSON.parse(`${file.read(0).replace(/,"strings":\[.*$/, '')}}`);
  const end = file.endOf('"', 1);
  // After strings, `],"cases":[` has a line of its own.
  return { ...head, firstString: 1, firstCase: end > 1 ? end + 1 : end };
}
