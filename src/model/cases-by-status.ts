import { statusesOf } from '../text/statuses.ts';
import type { Case, Code } from './case.ts';
import { casesOf } from './case-label.ts';

/**
 * Returns the cases of a code by HTTP status: those whose row has the status in any document, also in
 * retired ones, so that a link lasts when the status changes or the document or the case is retired.
 *
 * @example casesByStatus(code).get('413')?.map(({ id }) => id) // => ['413-request-entity-too-large']
 */
export function casesByStatus(code: Pick<Code, 'cases' | 'retiredCases'>): Map<string, Case[]> {
  const found = new Map<string, Case[]>();
  for (const item of casesOf(code)) {
    const rows = [...item.entries, ...(item.former ?? [])];
    const statuses = rows.flatMap(({ httpStatus }) => statusesOf(httpStatus?.plain ?? ''));
    for (const status of new Set(statuses))
      if (/^\d{3}$/.test(status)) found.set(status, [...(found.get(status) ?? []), item]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
