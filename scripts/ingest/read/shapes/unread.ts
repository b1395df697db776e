/** Reports codes in the text that belongs to no code. */
import type { ReadResult } from '../../../../src/model/document.ts';
import type { Finding } from '../../../../src/model/finding.ts';
import { isSureCode } from '../../code-words.ts';
import { finding } from '../../findings.ts';
import type { HeadingLookup } from '../../headings.ts';
import { readTogether } from './paragraphs.ts';
import { listParts } from './parts.ts';
import { readRecords } from './records.ts';
import { cellText } from './tables.ts';

/** A status, a class of statuses, or a name without a digit, as labels of a list are: no sure code. */
const status = /^[1-5](?:\d\d|xx)(?![\dA-Za-z_])/i;

/**
 * Reports headings, terms, paragraphs and items of lists that begin with a code, in the notes of a
 * document: its codes are in another shape.
 *
 * @param result A document whose codes are in tables.
 * @param file Its path.
 */
export function listUnread(
  { tables, notes, findings }: ReadResult,
  file: string,
  lookUp: HeadingLookup,
): Finding[] {
  const texts = new Set(
    tables.flatMap(({ header, rows }) =>
      [...header, ...rows].flatMap(({ cells }) => cells.map(cellText)),
    ),
  );
  const reported = new Set(findings.map(({ place }) => place.line));
  const isUnread = (code: string) => isSureCode(code) && !status.test(code) && !texts.has(code);
  const parts = listParts({ tables: [], notes, findings: [] });
  const lists = (['heading', 'term', 'item'] as const).map((kind) =>
    readRecords(parts, kind, lookUp),
  );
  return [...lists, readTogether(parts, lookUp)]
    .flatMap(({ records }) => records)
    .filter(({ line }) => !reported.has(line))
    .filter(({ lead }) => lead.code.split(/[\s,，、/&]+/).some(isUnread))
    .map(({ lead, line }) =>
      finding('part-unread', { file, line }, `${lead.code} ${lead.rest}`.trim()),
    );
}
