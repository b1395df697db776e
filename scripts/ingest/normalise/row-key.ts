import type { Entry } from '../../../src/model/entry.ts';

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
