/** Words that all reports share. */
import { type Rating, ratingIcon, ratingNames, ratings } from '../../../src/model/terms.ts';
import { foldSpace } from '../../../src/text/fold.ts';
import type { Change, DocumentReview, Review, Work } from '../schema.ts';

const fieldNames: Record<string, string> = {
  httpStatus: 'HTTP status',
  message: 'message',
  description: 'meaning',
  solution: 'solution',
  presence: 'row',
};

/** Longer texts are cut; the document has them whole. */
const maxLength = 160;

/** Returns a rating with its icon. */
export const labelOf = (rating: Rating): string =>
  `${ratingIcon[rating]} ${ratingNames.en[rating]}`;

/** Returns the name of a field, or the heading of a column. */
export const fieldName = (field: string): string => fieldNames[field] ?? field;

/** Returns a text on one line, cut if it is long. */
export function shorten(text: string): string {
  const line = foldSpace(text);
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}

/** Returns how many changes there are of each rating: `1 changed, 3 content`. */
export function countChanges(changes: readonly Change[]): string {
  const counts = ratings.flatMap((rating) => {
    const count = changes.filter((change) => change.rating === rating).length;
    return count > 0 ? [`${count} ${ratingNames.en[rating]}`] : [];
  });
  return counts.join(', ') || 'no differences';
}

/** Returns what became of a document, in one sentence. */
export function describeDocument(document: DocumentReview): string {
  const { change, against, rows, changes } = document;
  const facts = `${rows.before} → ${rows.after} rows; ${countChanges(changes)}`;
  if (change === 'removed') return 'is removed';
  if (change === 'altered')
    return rows.before + rows.after > 0 && changes.length > 0
      ? `was altered in place: ${facts}`
      : 'has other data in the registry';
  if (against === undefined) return `is new: ${rows.after} rows, no earlier document to compare`;
  return `${change === 'added' ? 'is new; compared with' : 'compared with'} ${against}: ${facts}`;
}

/** Returns what else is known of a document: codes and columns that came and went. */
export function listFacts(document: DocumentReview): [name: string, values: string[]][] {
  const { registry, renamed, codesAdded, codesRemoved, columnsAdded, columnsRemoved } = document;
  const all: [string, string[]][] = [
    ['Codes renamed', renamed.map(({ from, to }) => `${from} → ${to}`)],
    ['Codes added', codesAdded],
    ['Codes removed', codesRemoved],
    ['Columns added', columnsAdded.map(fieldName)],
    ['Columns removed', columnsRemoved.map(fieldName)],
    ['Registry fields changed', registry],
  ];
  return all.filter(([, values]) => values.length > 0);
}

/** Returns two lines for each item of the worklist: what it is, and what accepts it. */
export const listWork = (items: readonly Work[]): string[] =>
  items.map(({ kind, code = '', place, what, accept }) => {
    const line = `${place ? `${place.file}:${place.line}: ` : ''}${kind} ${code} ${shorten(what)}`;
    return `${line.trim()}\n  accept: ${accept}`;
  });

/** Returns one line each about links, worklist and findings, where there are any. */
export function summarise({ links, work, findings }: Review): [name: string, text: string][] {
  const { kept, issued, aliased, retired } = links;
  const change = ({ before, after, appeared, done }: Review['work'] | Review['findings']) =>
    before + after > 0
      ? `${before} → ${after} (${appeared.length} new, ${done.length} done)`
      : undefined;
  const lines = {
    Links:
      kept + issued.length > 0
        ? `${kept} kept, ${issued.length} issued, ${aliased.length} aliased: ${kept + issued.length + aliased.length} in all; ${retired.length} newly retired`
        : undefined,
    Worklist: change(work),
    Findings: change(findings),
  };
  return Object.entries(lines).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text]],
  );
}
