/** A value and the 1-based line of the file on which it begins. */
export interface CsvValue {
  line: number;
  text: string;
}

/**
 * Returns the rows of comma-separated values as Python's `csv` reads them, which docutils uses.
 *
 * @param line 1-based line of the file on which `text` begins.
 * @param quote Encloses a value; doubled inside a value, it is one.
 * @returns Lines without values are left out.
 * @example readCsv('a, "b, c"', 1, ',', '"') // => [[{ line: 1, text: 'a' }, { line: 1, text: 'b, c' }]]
 */
export function readCsv(
  text: string,
  line: number,
  delimiter: string,
  quote: string,
): CsvValue[][] {
  const rows: CsvValue[][] = [];
  let row: CsvValue[] = [];
  let value = { line, text: '' };
  let isQuoted = false;
  const endValue = () => {
    row.push(value);
    value = { line, text: '' };
  };
  const endRow = () => {
    if (row.length > 0 || value.text.trim() !== '') {
      endValue();
      rows.push(row);
    }
    row = [];
    value = { line, text: '' };
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\n') line += 1;
    if (isQuoted) {
      if (char !== quote) value.text += char;
      else if (text[at + 1] === quote) value.text += text[++at];
      else isQuoted = false;
    } else if (char === quote && value.text.trim() === '') {
      isQuoted = true;
      value = { line, text: '' };
    } else if (char === delimiter) endValue();
    else if (char === '\n') endRow();
    else value.text += char;
  }
  endRow();
  return rows;
}
