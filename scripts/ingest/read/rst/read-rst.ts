/**
 * RST documents → tables. The wiring alone: parse, convert the body, collect.
 */
import type { Reader } from '../../../../src/model/document.ts';
import { convertBody } from './body.ts';
import { collectNames } from './names.ts';
import { parseRst } from './parse.ts';

/**
 * Read the tables and the notes of a reStructuredText document.
 *
 * Grid and simple tables are found wherever they stand (sections, directives, lists, quotes). A
 * rowspan fills the rows below it and a colspan the columns right of it with copies marked
 * `spanned`; copies share their blocks with the original. Text outside tables becomes notes, in
 * document order; comments, link targets and `:original_name:` fields are left out.
 *
 * @param text The document, decoded, line ends "\n".
 * @param file Its path, for findings.
 * @returns Never throws for damage in the document: what is malformed is reported and kept as text.
 * @example readRst('==== ====\nCode Text\n==== ====\nA.1  Gone\n==== ====\n', 'a.rst').tables.length // => 1
 */
export const readRst: Reader = (text, file) => {
  const { nodes, findings } = parseRst(text, file);
  const { tables, notes } = convertBody(nodes, collectNames(nodes));
  return { tables, notes, findings };
};
