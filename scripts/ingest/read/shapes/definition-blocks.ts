/** Blocks of C in a document: `#define` lines and enums. */
import type { ReadResult } from '../../../../src/model/document.ts';
import { finding } from '../../findings.ts';
import type { HeadingLookup } from '../../headings.ts';
import { readDefinitions } from '../c/read-c.ts';
import { LimitError } from '../limits.ts';

/** `#define E_IO 5`, and an enum as C, C++, C# and TypeScript have it: `enum err { E_IO = 5 };` */
const definesCodes =
  /^\s*#\s*define\s+\w+\s+\S|^\s*(?:(?:typedef|public|internal|export|const)\s+)*enum\b[^;{}()=]*\{[^{}]*\}\s*\w*\s*(?:;|$|\})/m;

/**
 * Adds the tables of code blocks that define codes: `#define E_IO 5 // Input failed.`
 *
 * @param file Path of the document, for findings.
 */
export function readDefinitionBlocks(
  read: ReadResult,
  file: string,
  lookUp: HeadingLookup,
): ReadResult {
  const tables = [...read.tables];
  const findings = [...read.findings];
  const notes = read.notes.flatMap((note) => {
    const { block, line, textLine = line } = note;
    if (block.type !== 'code' || !definesCodes.test(block.value)) return [note];
    const found = readWithinLimits(block.value, textLine, lookUp);
    if (!found || found.tables.length === 0) return [note];
    tables.push(...found.tables);
    for (const one of found.unread)
      findings.push(finding('part-unread', { file, line: one.line }, one.text));
    return found.notes;
  });
  return tables.length === read.tables.length ? read : { ...read, tables, notes, findings };
}

/** What a code block defines; one beyond a limit defines nothing and stays a block. */
function readWithinLimits(
  text: string,
  line: number,
  lookUp: HeadingLookup,
): ReturnType<typeof readDefinitions> | undefined {
  try {
    return readDefinitions(text, line, lookUp);
  } catch (error) {
    if (error instanceof LimitError) return undefined;
    throw error;
  }
}
