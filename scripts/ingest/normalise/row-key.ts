import type { Entry } from '../../../src/model/entry.ts';
import { fields } from '../../../src/model/terms.ts';
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

/** Returns the texts of a row on one line, for people: its columns that are not blank. */
export function describeRow(entry: Entry): string {
  const texts = [...fields.map((field) => entry[field]), ...Object.values(entry.extra)];
  return texts.flatMap((text) => (text && !isBlank(text.plain) ? [text.plain] : [])).join(' | ');
}
