import type { Code } from '../model/case.ts';
import { caseLine } from '../model/case-label.ts';
import { type Lang, languages } from '../model/lang.ts';
import type { Catalog } from '../model/registry.ts';
import { type Field, textFields } from '../model/terms.ts';

/**
 * Returns one sentence about a code for its Markdown twin: HTTP status and message of each case, and
 * which texts the twin contains.
 */
export function descriptionOf(code: Code, catalog: Pick<Catalog, 'title'>, lang: Lang): string {
  const cases = code.cases.map((item) => caseLine(item, lang));
  const list = cases.slice(0, 3).join(lang === 'en' ? ' / ' : '；');
  const more = cases.length - 3;
  const has = (field: Field, own: Lang) =>
    code.cases.some(({ entries }) =>
      entries.some((entry) => entry[field]?.plain && entry[field].lang === own),
    );
  const own = languages.filter((one) => textFields.some((field) => has(field, one)));
  const fields = textFields.filter((field) => languages.some((one) => has(field, one)));
  const promise = fields.length > 0 ? promiseOf(fields, own, lang) : '';
  if (lang === 'en') {
    const tail = more > 0 ? ` / and ${more} more` : '';
    return `${code.code} (${catalog.title.en}): ${list}${tail}.${promise}`;
  }
  const tail = more > 0 ? `等${cases.length}种情形` : '';
  return `${code.code}（${catalog.title['zh-CN']}）：${list}${tail}。${promise}`;
}

/** Returns which texts there are: “Meaning and solution in English and Chinese.” */
function promiseOf(fields: readonly Field[], own: readonly Lang[], lang: Lang): string {
  const names: Record<Lang, Partial<Record<Field | Lang, string>>> = {
    en: { description: 'meaning', solution: 'solution', en: 'English', 'zh-CN': 'Chinese' },
    'zh-CN': { description: '含义', solution: '解决方案', en: '英文', 'zh-CN': '中文' },
  };
  const list = (items: readonly (Field | Lang)[], word: string) =>
    items.map((item) => names[lang][item]).join(word);
  if (lang === 'en') {
    const what = list(fields, ' and ');
    return ` ${what[0]?.toUpperCase()}${what.slice(1)} in ${list(own, ' and ')}.`;
  }
  return own.length > 1
    ? `中英文${list(fields, '与')}对照。`
    : `${list(own, '')}${list(fields, '与')}。`;
}
