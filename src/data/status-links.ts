import type { Case, Code } from '../model/case.ts';
import { casesByStatus } from '../model/cases-by-status.ts';
import { memoize } from './memoize.ts';
import { allCodes } from './site.ts';

/** A link below `/c/` that names a code and a status. */
export interface StatusLink {
  /** Name of the code's short link. */
  name: string;
  status: string;
  code: Code;
  cases: [Case, ...Case[]];
}

/** Every link by status; a code whose short link belongs to another catalog has none. */
export const statusLinks = memoize(
  async (): Promise<StatusLink[]> =>
    (await allCodes()).flatMap((code) => {
      const [name = '', query = ''] = (code.short ?? `${code.slug}/`).split('/');
      if (query !== '') return [];
      return [...casesByStatus(code)].flatMap(([status, [first, ...others]]) =>
        first ? [{ name, status, code, cases: [first, ...others] as [Case, ...Case[]] }] : [],
      );
    }),
);
