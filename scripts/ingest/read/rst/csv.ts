/**
 * Returns the rows of comma-separated values as Python's `csv` reads them, which docutils uses.
 *
 * @param line 1-based line of the file on which `text` begins.
 * @param quote Encloses a value; doubled inside a value, it is one.
 * @returns Values, each with the line on which it begins. Lines without values are left out.
 * @example readCsv('a, "b, c"', 1, ',', '"') // => [[{ line: 1, text: 'a' }, { line: 1, text: 'b, c' }]]
 */
export function readCsv(
  text: string,
  line: number,
  delimiter: string,
  quote: string,
): { line: number; text: string }[][] {
  const [stop, mark] = [delimiter, quote].map((one) => RegExp.escape(one));
  const quoted = `(?:(?!${stop})[^\\S\\n])*${mark}(?<quoted>(?:(?!${mark})[^]|${mark}${mark})*)${mark}?`;
  const value = new RegExp(`(?:${quoted})?(?<plain>(?:(?!${stop}).)*)(?<end>${stop}|\\n|$)`, 'g');
  const rows: { line: number; text: string }[][] = [[]];
  for (const { 0: whole, groups: { quoted, plain = '', end } = {} } of text.matchAll(value)) {
    rows.at(-1)?.push({ line, text: (quoted ?? '').replaceAll(quote + quote, quote) + plain });
    if (end !== delimiter) rows.push([]);
    line += whole.split('\n').length - 1;
  }
  return rows.filter((row) => row.length > 1 || row[0]?.text.trim());
}
