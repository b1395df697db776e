import type { ReadResult } from '../../../src/model/document.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { Block, Place, Text } from '../../../src/model/text.ts';
import { createHeadingLookup, type Headings, mergeHeadings } from '../headings.ts';
import { addTable } from './add-rows.ts';
import { assignCodeColumns, withColumns } from './code-columns.ts';
import { findFootnotes } from './footnotes.ts';
import { findMentions } from './mentions.ts';
import { type Origin, settleRepeats } from './repeats.ts';
import { stackColumns } from './stack-columns.ts';

/** One document as entries, with everything in it that is not an entry. */
export interface NormalisedDocument {
  variant: Variant;
  entries: Entry[];
  /** Where each entry was found. */
  origins: Map<Entry, Origin>;
  /** Number of rows in all code tables. */
  rows: number;
  captions: string[];
  notes: { line: number; block: Block }[];
  unplaced: { place: Place; cells: Text[] }[];
  /** Lines whose code an editor named although the cell gives the same one. */
  needlessCodes: number[];
  findings: Finding[];
}

/**
 * Turns the tables of a document into entries.
 *
 * @param read The reader's result.
 * @param variant The document's registry item; its `lang` is the language of the texts.
 * @param headings The headings of each field.
 * @param named Codes that editors gave to rows, by line.
 * @returns Entries in source order. A finding of level `error` means that the document is unusable.
 */
export function normaliseDocument(
  read: ReadResult,
  variant: Variant,
  headings: Headings,
  named: ReadonlyMap<number, string> = new Map(),
): NormalisedDocument {
  const document: NormalisedDocument = {
    variant,
    entries: [],
    origins: new Map(),
    rows: 0,
    captions: [],
    notes: read.notes.map(({ line, block }) => ({ line, block })),
    unplaced: [],
    needlessCodes: [],
    findings: [...read.findings],
  };
  const lookUp = createHeadingLookup(mergeHeadings(headings, variant.headings));
  const footnotes = findFootnotes(read.notes);
  const tables = read.tables.map((table) => withColumns(stackColumns(table), lookUp, variant.lang));
  assignCodeColumns(tables, document);
  for (const table of tables) addTable(table, named, footnotes, document);
  settleRepeats([document]);
  document.findings.push(...findMentions(read, document.entries, variant.source));
  return document;
}
