import type { Code } from './case.ts';
import { casesOf } from './case-label.ts';

/** A further identifier of a code. */
export interface Alias {
  alias: string;
  /** Id of the case that it means, if only one of several has it. */
  case?: string;
}

/**
 * Returns the further identifiers of a code, those of the newest documents first.
 *
 * @example aliasesOf(code) // => [{ alias: '10010', case: '400-missing-parameters' }]
 */
export function aliasesOf(code: Pick<Code, 'code' | 'cases' | 'retiredCases'>): Alias[] {
  const all = casesOf(code);
  const ids = new Map<string, Set<string>>();
  for (const { id, entries } of all) {
    for (const alias of entries.flatMap((entry) => entry.aliases ?? [])) {
      if (alias !== code.code) ids.set(alias, (ids.get(alias) ?? new Set()).add(id));
    }
  }
  return [...ids].map(([alias, [first, ...others]]) => {
    const isOne = all.length > 1 && others.length === 0 && first !== undefined;
    return isOne ? { alias, case: first } : { alias };
  });
}
