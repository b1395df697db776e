/** A code in short from the small index alone: what a row shows before the whole lookup is there. */
import {
  type CompactCase,
  type CompactCode,
  caseIdOf,
  type LookupCore,
} from '../lookup/index-format.ts';
import type { Summary } from '../lookup/result.ts';

/** A {@link Summary} that knows how many cases the code has. */
export interface CaseSummary extends Summary {
  cases: number;
}

const known = new WeakMap<LookupCore, Map<string, CompactCode>>();

function codesOf(core: LookupCore): Map<string, CompactCode> {
  const made = known.get(core);
  if (made) return made;
  const codes = new Map(
    core.catalogs.flatMap(({ id, codes }) => codes.map((code) => [`${id} ${code[0]}`, code])),
  );
  known.set(core, codes);
  return codes;
}

/**
 * Status and message of a case; the statuses of all cases while none is chosen.
 *
 * @returns Nothing for a code that the index does not have.
 */
export function summariseCase(
  { catalog, code, case: id }: { catalog: string; code: string; case?: string },
  core: LookupCore,
): CaseSummary | undefined {
  const cases = codesOf(core).get(`${catalog} ${code}`)?.[1];
  if (!cases) return undefined;
  const own = cases.length === 1 ? cases[0] : cases.find((item) => idOf(item) === id);
  if (!own) {
    return {
      statuses: [...new Set(cases.flatMap(([all]) => all.slice(0, 1)))],
      cases: cases.length,
    };
  }
  const [statuses, [message]] = own;
  return {
    statuses: statuses.slice(0, 1),
    ...(message !== undefined && { message }),
    cases: cases.length,
  };
}

function idOf([statuses, messages, id]: CompactCase): string {
  return id ?? caseIdOf(statuses[0] ?? '', messages[0] ?? '');
}
