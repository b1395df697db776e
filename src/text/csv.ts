/** What makes a spreadsheet run a cell as a formula when the cell starts with it, in either width. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Write a table as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, since without one
 * Chinese is read in the code page of the machine; an apostrophe before what would run as a formula.
 *
 * @param rows The header first; cells may hold anything.
 * @example renderCsv([['a'], ['=1+1']]) // => '\uFEFF"a"\r\n"\'=1+1"\r\n'
 */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
