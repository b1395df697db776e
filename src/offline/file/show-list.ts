/** Lists of codes: all of them, or what a text is about. */
import type { LookupIndex } from '../../lookup/index-format.ts';
import { lookup } from '../../lookup/lookup.ts';
import { addressOf, type Context, langAttribute } from './context.ts';
import { announce, element } from './element.ts';
import type { FileCode } from './packed.ts';
import { fill } from './words.ts';

/** Render every code, catalog by catalog. */
export function showAll(context: Context): HTMLElement {
  const { data, codes, lang, words } = context;
  return element(
    'div',
    {},
    element('h1', { class: 'sr-only', tabindex: '-1' }, words['offline.app.title']),
    ...data.packed.catalogs.flatMap(({ id, title }) => {
      const own = codes.filter(({ catalog }) => catalog === id);
      return [
        element(
          'h2',
          {},
          title[lang],
          ' ',
          element('small', {}, fill(words['offline.app.count'], { count: own.length })),
        ),
        element('ul', { class: 'codes' }, ...own.map((code) => item(context, code))),
      ];
    }),
  );
}

/** Render what a text is about, best first, with the attributes of the site's own lookup. */
export function showFound(context: Context, index: LookupIndex, text: string): HTMLElement {
  const { codes, words } = context;
  const results = lookup(text, index, context.lang);
  const list = element('ul', { class: 'codes', 'data-results': true, 'data-state': 'done' });
  for (const result of results) {
    const code = codes.find(
      ({ catalog, slug }) => catalog === result.catalog && slug === result.slug,
    );
    if (!code) continue;
    const line = item(context, code, result.case);
    line.dataset['code'] = code.code;
    line.dataset['catalog'] = code.catalog;
    line.dataset['match'] = result.match;
    if (result.case !== undefined) line.dataset['case'] = result.case;
    line.append(
      element('span', { class: `match ${result.match}` }, words[`offline.app.${result.match}`]),
    );
    list.append(line);
  }
  const count = list.childElementCount;
  const said = count > 0 ? fill(words['a11y.results'], { count }) : words['offline.app.none'];
  announce(said);
  const heading = element('h1', { class: 'sr-only', tabindex: '-1' }, said);
  if (count > 0) return element('div', {}, heading, list);
  const none = element('p', {}, words['offline.app.none']);
  return element('div', { 'data-results': true, 'data-state': 'done' }, heading, none);
}

function item(context: Context, code: FileCode, only?: string): HTMLLIElement {
  const cases = code.cases.filter(({ id }) => only === undefined || id === only);
  const statuses = new Set(cases.map(({ entries }) => entries[0]?.httpStatus?.plain ?? ''));
  statuses.delete('');
  const [first] = cases;
  const text = first?.entries[0]?.message ?? first?.entries[0]?.description;
  const more = cases.length > 1 ? ` … (${cases.length})` : '';
  return element(
    'li',
    {},
    element(
      'a',
      { href: addressOf(code, only) },
      element('span', { class: 'code', translate: 'no' }, code.code),
      ' ',
      ...[...statuses].map((status) => element('span', { class: 'status' }, status)),
      ' ',
      text && element('span', { lang: langAttribute(text, context) }, text.plain),
      more,
    ),
  );
}
