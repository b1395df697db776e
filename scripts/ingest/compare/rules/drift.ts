import { findDrift } from '../drift.ts';
import type { Rule } from './rule.ts';

/** A hint that an English and a Chinese text may differ in meaning. */
export const drift: Rule = {
  id: 'drift',
  kind: 'drift',
  compare({ field, left, right, glossary }) {
    // A message says too little to drift.
    if (field === 'message') return undefined;
    const found = findDrift(left, right, glossary);
    return found && { severity: 'content', ...found };
  },
};
