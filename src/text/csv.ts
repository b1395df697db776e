/** Signs at the start of a cell that a spreadsheet runs as a formula (OWASP, CSV Injection), in either width. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Render a table as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, since without one
 * Chinese is read in the code page of the machine.
 *
 * @example renderCsv([['a', 'b'], ['=1+1', 'x,y']]) // => '\uFEFFa,b\r\n\'=1+1,"x,y"\r\n'
 */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(renderCell).join(',')}\r\n`).join('')}`;
}

/** A text that would run as a formula, or that begins like a guarded one, gets an apostrophe. */
function renderCell(text: string): string {
  const guarded = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
