import type { Code } from '../../model/case.ts';
import { casesOf } from '../../model/case-label.ts';

/**
 * Whether documents and related codes are in the column beside the text: where a code has one case,
 * so that no contents are there.
 */
export function isBeside(code: Pick<Code, 'cases' | 'retiredCases'>): boolean {
  return casesOf(code).length === 1;
}
