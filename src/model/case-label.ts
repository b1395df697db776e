/** What a case is called: the HTTP status and the message that its documents give it. */
import { statusLabel } from '../text/statuses.ts';
import type { Case, Code } from './case.ts';
import type { Lang } from './lang.ts';

/** Returns the cases of a code; those that no document contains any more are last. */
export function casesOf({
  cases,
  retiredCases = [],
}: Pick<Code, 'cases' | 'retiredCases'>): (Case & Pick<Code, 'retired'>)[] {
  return [...cases, ...retiredCases];
}

/**
 * Returns the HTTP status and the message of a case's newest row with a message in the language, else
 * of the newest one with a message; without a message, its description is the title.
 *
 * @param lang Preferred language of the texts; else the newest document's.
 * @example caseLabel(item, 'en') // => { status: '413', title: 'Request entity too large.', lang: 'en' }
 */
export function caseLabel(
  { entries, id }: Pick<Case, 'entries' | 'id'>,
  lang?: Lang,
): { status?: string; title: string; lang: Lang } {
  // Both from one row: status and message of two documents may not belong together.
  const said = entries.filter((entry) => entry.message?.plain);
  const first = said.find(({ message }) => message?.lang === lang) ?? said[0] ?? entries[0];
  const descriptions = entries.flatMap(({ description }) =>
    description?.plain ? [description] : [],
  );
  const text =
    (first?.message?.plain ? first.message : undefined) ??
    descriptions.find((description) => description.lang === lang) ??
    descriptions[0];
  const status = statusLabel(first?.httpStatus?.plain ?? '');
  return {
    ...(status && { status }),
    title: text?.plain ?? first?.code ?? id,
    lang: text?.lang ?? 'en',
  };
}

/**
 * Returns HTTP status and message of a case in one line, without the full stop at its end.
 *
 * @example caseLine(item, 'en') // => 'HTTP 413 Request entity too large'
 */
export function caseLine(item: Pick<Case, 'entries' | 'id'>, lang?: Lang): string {
  const { status, title } = caseLabel(item, lang);
  const message = title.replaceAll('\n', ' ').replace(/[.。]$/, '');
  return status === undefined ? message : `HTTP ${status} ${message}`;
}
