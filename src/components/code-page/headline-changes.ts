import type { Difference } from '../../model/difference.ts';
import { statusLabel } from '../../text/statuses.ts';

/** An earlier status or message of a case. */
export interface HeadlineChange {
  field: 'httpStatus' | 'message';
  /** The earlier text, and the document that has it. */
  before: string;
  left: string;
}

/** Returns changed statuses and messages, by which a reader recognises the error; no rewordings. */
export function headlineChanges(differences: readonly Difference[]): HeadlineChange[] {
  return differences.flatMap(({ field, relation, severity, before, left, acknowledged }) =>
    (field === 'httpStatus' || field === 'message') &&
    relation === 'revision' &&
    (severity === 'contradiction' || severity === 'content') &&
    before &&
    !acknowledged
      ? [{ field, before, left }]
      : [],
  );
}

/** Returns the HTTP statuses that earlier revisions gave a case, as headings show them. */
export function earlierStatuses(differences: readonly Difference[]): string[] {
  const statuses = headlineChanges(differences).filter(({ field }) => field === 'httpStatus');
  return [...new Set(statuses.map(({ before }) => statusLabel(before)))];
}
