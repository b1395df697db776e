import { bagDifference, contentWords, negation } from '../content-words.ts';
import type { Rule } from './rule.ts';

/** The same words but for a denial: "is allowed", "is not allowed". */
export const denial: Rule = {
  id: 'denial',
  kind: 'denial',
  compare({ left, right, glossary }) {
    const [gone, come] = bagDifference(
      contentWords(left, glossary, false),
      contentWords(right, glossary, false),
    );
    const others = [...gone, ...come];
    const isDenied = others.length > 0 && others.every((word) => word === negation);
    return isDenied ? { severity: 'contradiction' } : undefined;
  },
};
