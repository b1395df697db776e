/** The files of a large index: JSON with a line for each code, text and case, read line by line. */
import type { CompactCode, IndexContent, LookupCore, LookupTexts } from './index-format.ts';

const lines = (items: readonly unknown[]) =>
  items.length === 0 ? '' : `\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n`;

/** Returns an index as JSON, as {@link readLines} reads it. */
export function renderCore({ version, shared, catalogs }: LookupCore): string {
  const own = catalogs.map(
    ({ id, codes }) => `\n{"id":${JSON.stringify(id)},"codes":[${lines(codes)}]}`,
  );
  const head = JSON.stringify({ version, shared }).slice(0, -1);
  return `${head},"catalogs":[${own.join(',')}\n]}`;
}

/** Returns texts as JSON, as {@link readLines} reads them. */
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

  constructor(file: ArrayBuffer | Uint8Array) {
    // Of an array the constructor would make a copy.
    const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
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

/** Returns what an index contains, each code and text read when it is asked for. */
export function readLines(core: LineFile, texts?: LineFile): IndexContent {
  const { shared } = JSON.parse(`${core.read(0).replace(/,"catalogs":\[$/, '')}}`);
  const catalogs: IndexContent['catalogs'] = [];
  /** First line of each catalog's codes. */
  const lines: number[] = [];
  for (let line = 1; line < core.length - 1; ) {
    const { id } = JSON.parse(`${core.read(line).replace(/\]\}$/, '')}]}`);
    const to = core.endOf('[', line + 1);
    catalogs.push({ id, count: to - line - 1 });
    lines.push(line + 1);
    // After codes, `]}` has a line of its own.
    line = to > line + 1 ? to + 1 : to;
  }
  const codeAt = (catalog: number, at: number) =>
    core.parse<CompactCode>((lines[catalog] ?? 0) + at);
  if (!texts) return { shared, catalogs, codeAt };
  const end = texts.endOf('"', 1);
  // After strings, `],"cases":[` has a line of its own.
  const firstCase = end > 1 ? end + 1 : end;
  return {
    shared,
    catalogs,
    codeAt,
    texts: {
      ...JSON.parse(`${texts.read(0).replace(/,"strings":\[.*$/, '')}}`),
      caseAt: (item: number) => texts.parse(firstCase + item),
      stringAt: (at: number) => texts.parse(1 + at),
    },
  };
}
