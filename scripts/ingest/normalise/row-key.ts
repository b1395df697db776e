import type { Entry } from '../../../src/model/entry.ts';
import { fields } from '../../../src/model/terms.ts';
import type { Text } from '../../../src/model/text.ts';
import { isBlank } from '../../../src/text/blank.ts';

/**
 * Returns what a row contains as a key: the texts of all its columns with their languages, without
 * its place and table. Two rows of a document with equal keys repeat each other word for word.
 */
export function rowKey({ httpStatus, message, description, solution, extra }: Entry): string {
  return JSON.stringify([
    ...[httpStatus, message, description, solution].map((text) => [text?.lang, text?.plain]),
    ...Object.entries(extra).map(([heading, { lang, plain }]) => [heading, lang, plain]),
  ]);
}

/** Returns the texts of a row: those of its fields, then of its other columns. */
export function textsOfRow(entry: Entry): Text[] {
  const texts = [...fields.map((field) => entry[field]), ...Object.values(entry.extra)];
  return texts.filter((text) => text !== undefined);
}

/** Returns the texts of a row on one line, for people: its columns that are not blank. */
export function describeRow(entry: Entry): string {
  const texts = textsOfRow(entry).map(({ plain }) => plain);
  return texts.filter((plain) => !isBlank(plain)).join(' | ');
}
