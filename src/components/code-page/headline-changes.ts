import type { Difference } from '../../model/difference.ts';
import { statusLabel } from '../../text/statuses.ts';

/** An earlier status or message of a case. */
export interface HeadlineChange {
  field: 'httpStatus' | 'message';
  /** The earlier text, and the document that has it. */
  before: string;
  left: string;
}

/**
 * Returns the changes between revisions that decide whether a reader recognises the error: another
 * HTTP status or message. A rewording or another spelling of the message is none.
 */
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
