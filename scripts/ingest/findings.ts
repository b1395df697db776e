/**
 * The registry of what can be wrong with a source document: one entry an id, with its level, what
 * is said about it and what to do. Messages follow `file:line: what is wrong. What to do.`
 */
import type { Finding, FindingLevel, Place } from './model.ts';

interface FindingKind {
  level: FindingLevel;
  message: (...facts: (string | number)[]) => string;
  advice: string;
}

const kinds = {
  // Fatal to a document
  'not-utf8': {
    level: 'error',
    message: (offset) => `the file is not UTF-8 (byte ${offset})`,
    advice: 'Save it as UTF-8; the text is taken as it is, so nothing is guessed.',
  },
  unreadable: {
    level: 'error',
    message: (why) => `the file cannot be read (${why})`,
    advice: 'Check the path and the permissions.',
  },
  'empty-document': {
    level: 'error',
    message: () => 'the document is empty',
    advice: 'Put the document there, or remove the variant from content/catalogs.yaml.',
  },
  'no-table': {
    level: 'error',
    message: () => 'no table was found',
    advice: 'Check `format` in content/catalogs.yaml and that the document holds a table of codes.',
  },
  'no-code-column': {
    level: 'error',
    message: (headings) => `no column of codes; the headings are: ${headings}`,
    advice: 'Add the heading of the code column to content/curation/headings.yaml.',
  },
  // Damage: the text is kept
  'table-recovered': {
    level: 'warning',
    message: () => 'the table is not one for a GFM parser; it was read line by line',
    advice: 'Compare the rows with the document; a blank line before the table would mend it.',
  },
  'row-joined': {
    level: 'warning',
    message: (code, cells, of) =>
      `row ${code} has ${cells} of ${of} cells; the next line was joined to it`,
    advice:
      'Check the text, and describe the loss in content/curation/defects.yaml if the source is really like this.',
  },
  'row-short': {
    level: 'warning',
    message: (cells, of) =>
      `the row has ${cells} of ${of} cells; the missing ones are taken as absent`,
    advice: 'Compare the row with the document.',
  },
  'row-shifted': {
    level: 'warning',
    message: (cells, of) =>
      `the row has ${cells} of ${of} cells; it was read from the right, and the first columns were taken from the row above`,
    advice:
      'Compare the row with the document: merged cells were probably lost when it was converted.',
  },
  'row-long': {
    level: 'warning',
    message: (cells, of) =>
      `the row has ${cells} cells, its header ${of}; the others are kept without a heading`,
    advice: 'Look for an unescaped | in the row.',
  },
  'row-without-code': {
    level: 'warning',
    message: () => 'the row names no code; its text is kept on the source page alone',
    advice: 'Ask the publisher for the code, or leave it: nothing is guessed.',
  },
  'row-orphan': {
    level: 'warning',
    message: () => 'rows of a table stand here without a header',
    advice: 'They were read with the header of the table before; check them.',
  },
  'row-duplicate': {
    level: 'note',
    message: (code, line) => `row ${code} repeats line ${line} word for word`,
    advice: 'Nothing to do: both places are kept in one case.',
  },
  'cell-as-above': {
    level: 'note',
    message: (heading) => `the cell under “${heading}” is blank; it was read as “as above”`,
    advice: 'Nothing to do if the row continues the one above.',
  },
  'column-unknown': {
    level: 'warning',
    message: (heading) =>
      `the heading “${heading}” maps to no field; its column is kept under that heading`,
    advice: 'Add it to content/curation/headings.yaml if it is one of the fields.',
  },
  'table-without-codes': {
    level: 'warning',
    message: (headings) =>
      `this table has no column of codes (${headings}) and was left out of the codes`,
    advice:
      'Nothing to do if it is not a table of error codes; else extend content/curation/headings.yaml.',
  },
  'status-as-code': {
    level: 'note',
    message: () => 'the table has no column of codes; its HTTP status is the code',
    advice: 'Nothing to do if the document describes HTTP status codes.',
  },
  'status-odd': {
    level: 'warning',
    message: (value) => `the HTTP status “${value}” is no number between 100 and 599`,
    advice: 'Check the column; the text is shown as it is.',
  },
  'codes-in-one-cell': {
    level: 'note',
    message: (codes) => `the cell names several codes: ${codes}; each gets the row`,
    advice: 'Nothing to do.',
  },
  'character-replaced': {
    level: 'warning',
    message: (name) =>
      `the document holds ${name}, which no page may show; it is shown as a symbol`,
    advice: 'Check how the document was copied.',
  },
  'markup-odd': {
    level: 'warning',
    message: (what) => `${what}`,
    advice: 'The text is kept; compare it with the document.',
  },
} satisfies Record<string, FindingKind>;

export type FindingId = keyof typeof kinds;

/**
 * Make a finding of a registered kind.
 *
 * @param id What is wrong.
 * @param place File and 1-based line.
 * @param facts What the message of this kind wants to know, in its order.
 * @example finding('row-short', { file: 'a.md', line: 3 }, 2, 4)
 */
export function finding(id: FindingId, place: Place, ...facts: (string | number)[]): Finding {
  const kind: FindingKind = kinds[id];
  return { id, level: kind.level, place, message: kind.message(...facts), advice: kind.advice };
}
