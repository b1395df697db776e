/** RST documents → tables and notes. */
import type { Reader } from '../../../../src/model/document.ts';
import { finding } from '../../findings.ts';
import { withLimits } from '../limits.ts';
import { convertDocument } from './convert.ts';
import { parseDocument } from './parse.ts';

/**
 * Returns the tables and the notes of a reStructuredText document.
 *
 * Tables are read wherever they are: in sections, directives, lists, quotes. A cell that spans rows
 * or columns is copied to each place, with `spanned` set; copies share their blocks with the
 * original. Text outside tables becomes notes, in document order. Comments, link targets and
 * `:original_name:` fields are left out.
 *
 * @param text The document, decoded, line ends "\n".
 * @param file Its path, for findings.
 * @returns Damage is reported and its text kept. A document that exceeds a limit of
 *   `read/limits.ts` has no tables and one error.
 * @example readRst('==== ====\nCode Text\n==== ====\nA.1  Gone\n==== ====\n', 'a.rst').tables.length // => 1
 */
export const readRst: Reader = withLimits((text, file) => {
  const { blocks, names, damage } = parseDocument(text);
  const findings = damage.map(({ line, what }) => finding('markup-odd', { file, line }, what));
  return { ...convertDocument(blocks, names), findings };
});
