import type { Case, Code } from '../model/case.ts';
import { casesByStatus } from '../model/cases-by-status.ts';
import { memoize } from './memoize.ts';
import { shortPages } from './queries.ts';
import { siteSettings } from './site-settings.ts';

/** A link below `/c/` that names a code and a status. */
export interface StatusLink {
  /** Name of the code's short link. */
  name: string;
  status: string;
  code: Code;
  cases: [Case, ...Case[]];
}

/** Every link by status, under each name that a code owns or had, but not under aliases. */
export const statusLinks = memoize((): StatusLink[] =>
  [...shortPages()].flatMap(([name, [code]]) => {
    if (!siteSettings.files.statusLinks) return [];
    if (code.aliasLinks?.some((alias) => alias.name === name)) return [];
    return [...casesByStatus(code)].flatMap(([status, [first, ...others]]) =>
      first ? [{ name, status, code, cases: [first, ...others] as [Case, ...Case[]] }] : [],
    );
  }),
);
