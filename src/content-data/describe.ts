import type { Case, Catalog, Code, Lang } from '../../scripts/ingest/model.ts';
import { caseLabel } from './site.ts';
import { ui } from './translate.ts';

/**
 * One sentence about a code for previews: HTTP status and message of its first cases.
 *
 * @example describeCode(code, catalog, 'en') // => 'API Gateway: HTTP 413 Request entity too large'
 */
export function describeCode(code: Code, catalog: Pick<Catalog, 'title'>, lang: Lang): string {
  const [comma, colon] = lang === 'en' ? [' / ', ': '] : ['；', '：'];
  const shown = code.cases.slice(0, 3).map((item) => describeCase(item));
  const more = code.cases.length - shown.length;
  const t = ui(lang);
  const tail = more > 0 ? `${lang === 'en' ? ' ' : ''}${t('link.moreCases', { count: more })}` : '';
  const retired = code.retired ? `${t('retired.word')}${lang === 'en' ? '. ' : '。'}` : '';
  return `${retired}${catalog.title[lang]}${colon}${shown.join(comma)}${tail}`;
}

/** HTTP status and message of a case in one line, without the full stop at its end. */
export function describeCase(item: Case): string {
  const { status, title } = caseLabel(item);
  const message = title.replaceAll('\n', ' ').replace(/[.。]$/, '');
  return status ? `HTTP ${status} ${message}` : message;
}
