/** What a filter asks of a row, without the page. */

/** What is known of one row of the table: a case. */
export interface RowFacts {
  /** All that the row says, NFKC, lower case. */
  text: string;
  status: string;
  /** Ids of the documents that have the case. */
  documents: string[];
  /** Languages of those documents. */
  languages: string[];
  /** Worst difference, or `none`. */
  difference: string;
}

/** What the reader asked for; what is absent does not matter. */
export interface Filter {
  text?: string;
  status?: string;
  document?: string;
  difference?: string;
  /** A language that no document of the case is written in. */
  missing?: string;
}

/**
 * Whether a row has everything that was asked for; of `text` every word.
 *
 * @example matches(row, { text: 'backend', missing: 'zh-CN' })
 */
export function matches(row: RowFacts, filter: Filter): boolean {
  const { text, status, document, difference, missing } = filter;
  if (status !== undefined && row.status !== status) return false;
  if (document !== undefined && !row.documents.includes(document)) return false;
  if (difference !== undefined && row.difference !== difference) return false;
  if (missing !== undefined && row.languages.includes(missing)) return false;
  if (text === undefined) return true;
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/);
  return words.every((word) => row.text.includes(word));
}
