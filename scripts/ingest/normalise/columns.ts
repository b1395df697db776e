import { z } from 'zod';
import type { Row } from '../../../src/model/document.ts';
import { FieldSchema } from '../../../src/model/entry.ts';
import { foldText } from '../../../src/text/fold.ts';
import { plainOf } from './rich-text.ts';

/** `content/curation/headings.yaml`: the headings of each field. */
export const HeadingsSchema = z.strictObject({
  code: z.array(z.string()),
  ...Object.fromEntries(FieldSchema.options.map((field) => [field, z.array(z.string())])),
} as Record<ColumnField, z.ZodArray<z.ZodString>>);

/** What a column holds; `extra` columns keep their heading. */
export type ColumnField = 'code' | z.infer<typeof FieldSchema>;
export type Headings = Record<ColumnField, string[]>;

/** A column of a table: its heading as the document spells it, and the field it maps to. */
export interface Column {
  heading: string;
  field: ColumnField | 'extra';
}

/**
 * Maps the header of a table to fields by headings, never by position.
 *
 * A heading is looked up as a whole, then without bracketed parts. If two columns map to one field,
 * the first is used and the other is kept under its heading.
 *
 * @param header Header rows, top to bottom; the heading may be in any of them.
 * @returns One column for each cell of the widest header row.
 * @example normaliseColumns([row('Error Code', 'Solution')], headings).map((c) => c.field)
 * // => ['code', 'solution']
 */
export function normaliseColumns(header: Row[], headings: Headings): Column[] {
  const fields = fieldsOf(headings);
  const taken = new Set<string>();
  const width = Math.max(0, ...header.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = header
      .map((row) => plainOf(row.cells[column]?.blocks ?? []).replaceAll('\n', ' '))
      .filter((text, index, all) => text !== '' && all.indexOf(text) === index);
    const field = texts
      .toReversed()
      .map((text) => fields.get(keyOf(text)) ?? fields.get(keyOf(withoutBrackets(text))))
      .find((found) => found !== undefined);
    const heading = texts.join(' / ');
    if (field === undefined || taken.has(field)) return { heading, field: 'extra' };
    taken.add(field);
    return { heading, field };
  });
}

const indexes = new WeakMap<Headings, Map<string, ColumnField>>();

/** The field of each heading; cached, because a document may hold thousands of tables. */
function fieldsOf(headings: Headings): Map<string, ColumnField> {
  const known = indexes.get(headings);
  if (known) return known;
  const index = new Map<string, ColumnField>();
  indexes.set(headings, index);
  for (const [field, names] of Object.entries(headings) as [ColumnField, string[]][]) {
    for (const name of names) if (!index.has(keyOf(name))) index.set(keyOf(name), field);
  }
  return index;
}

function keyOf(heading: string): string {
  return foldText(heading).replaceAll(' ', '');
}

function withoutBrackets(heading: string): string {
  // `[^()]` avoids a new search at each bracket of a run that never closes.
  return heading.replace(/[(（][^()（）]*[)）]/g, '');
}
