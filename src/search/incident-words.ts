/** The errors of a text in words. */
import type { Incident, TextAnswer } from '../lookup/answer-text.ts';
import type { Filter } from '../lookup/lookup.ts';
import type { Result } from '../lookup/result.ts';
import { fillTemplate } from '../text/fill-template.ts';
import { incidents as limits } from './tuning.ts';
import type { Words } from './words.ts';

/**
 * Returns the summary of a text with several errors: "5 errors, 3 codes, 1 unknown".
 *
 * @example summarise({ errors: 5, codes: 3, unknown: 1 }, 'en', words.say)
 */
export function summarise(
  { errors, codes, unknown }: Pick<TextAnswer, 'errors' | 'codes' | 'unknown'>,
  lang: string,
  say: Words['say'],
): string {
  return [
    sayCount('errors', errors, lang, say),
    ...(codes > 0 ? [sayCount('codes', codes, lang, say)] : []),
    ...(unknown > 0 ? [fillTemplate(say['unknowns'], { count: unknown })] : []),
  ].join(say['clause']);
}

function sayCount(
  name: 'errors' | 'codes',
  count: number,
  lang: string,
  say: Words['say'],
): string {
  const form = new Intl.PluralRules(lang).select(count) === 'one' ? 'one' : 'other';
  return fillTemplate(say[`${name}_${form}`], { count });
}

/** Returns the lines of an error in words: "line 2, also lines 5, 9 …". */
export function sayLines(
  { lines, count }: Pick<Incident, 'lines' | 'count'>,
  say: Words['say'],
): string {
  const [line = 1, ...others] = [...new Set(lines)];
  const first = fillTemplate(say['line'], { line });
  if (others.length === 0) return first;
  const shown = others.slice(0, limits.lines).join(say['comma']);
  const isMore = others.length > limits.lines || count > lines.length;
  const also = fillTemplate(say[others.length === 1 ? 'also_one' : 'also_other'], {
    lines: isMore ? fillTemplate(say['linesMore'], { lines: shown }) : shown,
  });
  return `${first}${say['clause']}${also}`;
}

/** Returns what all results of a text have in common: "15 codes with HTTP 401:". */
export function sayFilter(
  filter: Filter,
  results: readonly Result[],
  lang: string,
  say: Words['say'],
): string {
  if ('beginning' in filter) return fillTemplate(say['filter.code'], { code: filter.beginning });
  const count = results.filter(({ because }) =>
    because.some(({ kind }) => kind === 'status'),
  ).length;
  if (count === 0) return say.unsure;
  const statuses = filter.statuses.join(say['comma']);
  const codes = sayCount('codes', count, lang, say);
  return fillTemplate(say['filter.status'], { codes, statuses });
}
