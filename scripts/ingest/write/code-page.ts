/** The MDX page of one code: everything a reader needs stands in it as text. */
import type { RootContent } from 'mdast';
import type { Case, Code } from '../../../src/model/case.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Lang } from '../../../src/model/lang.ts';
import type { Catalog, Retired, Variant } from '../../../src/model/registry.ts';
import type { Field } from '../../../src/model/terms.ts';
import { renderMdx } from './mdx.ts';
import { blocksOf, caseHeading, element, importOf } from './nodes.ts';

/** Folder of a language's pages under `src/content/docs/`. */
export const localeOf: Record<Lang, string> = { en: 'en', 'zh-CN': 'zh-cn' };

/** What a page says of a document, in use or retired. */
export type Edition = Pick<Variant, 'id' | 'lang' | 'publisher' | 'edition'>;

const columns = ['en', 'zh-CN'] as const satisfies Lang[];
const said = ['description', 'solution'] as const satisfies Field[];

/**
 * Render the page of a code in one interface language.
 *
 * @param code The code with its cases.
 * @param catalog Its catalog.
 * @param variants The catalog's variants, newest first, then retired ones.
 * @param lang Language of the interface; the texts of the documents stand in both.
 */
export function renderCodePage(
  code: Code,
  catalog: Catalog,
  variants: Edition[],
  lang: Lang,
): string {
  const frontmatter = {
    title: code.code,
    description: descriptionOf(code, catalog, lang),
    catalog: code.catalog,
    code: code.code,
    slug: `${localeOf[lang]}/${code.catalog}/${code.slug}`,
    family: code.family,
  };
  return renderMdx(frontmatter, [
    importOf(namesUsed(code), '~/components/code-page'),
    ...(code.retired ? [retiredElement(code.retired, lang)] : []),
    element('Overview', {}),
    ...code.cases.map((item) => caseElement(item, code, variants, lang, code.retired)),
    ...(code.retiredCases ?? []).map((item) =>
      caseElement(item, code, variants, lang, item.retired),
    ),
    element('Neighbours', {}),
  ]);
}

function namesUsed({ retired, retiredCases = [], cases, defects }: Code): string[] {
  const names = ['Case', 'Edition', 'Neighbours', 'Overview', 'Says'];
  if (cases.some(({ entries }) => entries.length > 1)) names.push('Also');
  if (defects.length > 0) names.push('Defect');
  if (retired || retiredCases.length > 0) names.push('Retired');
  return names.sort();
}

function retiredElement({ note, by }: Retired, lang: Lang): RootContent {
  return element('Retired', { note: note[lang], by });
}

function caseElement(
  item: Case,
  code: Code,
  variants: Edition[],
  lang: Lang,
  retired?: Retired,
): RootContent {
  const { status, title } = headingOf(item, lang);
  const shown = columns.flatMap((column): [Entry, Edition][] => {
    const entry = newestEntry(item, column, variants);
    const variant = variants.find(({ id }) => id === entry?.variant);
    return entry && variant ? [[entry, variant]] : [];
  });
  return element('Case', { id: item.id }, [
    caseHeading(status, title),
    ...(retired && 'retired' in item ? [retiredElement(retired, lang)] : []),
    ...shown.map(([entry, variant]) => editionElement(entry, variant, lang, retired !== undefined)),
    ...(retired ? [] : defectElements(item, code, lang)),
    ...item.entries
      .filter((entry) => !shown.some(([newest]) => newest === entry))
      .map((entry) => element('Also', { variant: entry.variant, ...saidOf(entry) })),
  ]);
}

/** What a document lost in this case, in an editor's words. */
function defectElements(item: Case, { defects }: Code, lang: Lang): RootContent[] {
  return defects
    .filter(({ variant, line }) =>
      item.entries.some((entry) => entry.variant === variant && entry.place.line === line),
    )
    .map(({ variant, line, note }) =>
      element('Defect', { variant, line: String(line) }, [
        { type: 'paragraph', children: [{ type: 'text', value: note[lang] }] },
      ]),
    );
}

/** Status, message and place of a row, as attributes. */
function saidOf(entry: Entry) {
  return {
    status: entry.httpStatus?.plain,
    message: entry.message?.plain,
    place: `${entry.place.file}:${entry.place.line}`,
  };
}

function editionElement(entry: Entry, variant: Edition, lang: Lang, retired: boolean): RootContent {
  const fields = said.flatMap((field) => {
    const text = entry[field];
    if (text === undefined) return [];
    return [
      element('Says', { field, lang: text.lang, heading: entry.headings[field] }, blocksOf(text)),
    ];
  });
  const attributes = {
    variant: variant.id,
    lang: variant.lang,
    publisher: variant.publisher[lang],
    edition: variant.edition[lang],
    ...saidOf(entry),
    // The line of a text that no document has any more leads nowhere.
    ...(retired ? { place: undefined } : {}),
  };
  return element('Edition', attributes, fields);
}

/** The entry of the newest variant of a language that has the case. */
export function newestEntry(item: Case, lang: Lang, variants: Edition[]): Entry | undefined {
  const variant = variants.find(
    ({ id, lang: own }) => own === lang && item.entries.some((entry) => entry.variant === id),
  );
  return item.entries.find((entry) => entry.variant === variant?.id);
}

/** Status and message of a case as its newest row with a message spells them; a case without a message is titled by its description. */
export function headingOf(
  item: Case,
  lang: Lang,
): { status?: string; title: string; titleLang: Lang } {
  // Status and message of one row: two documents together would say what neither does.
  const first = item.entries.find((entry) => entry.message?.plain) ?? item.entries[0];
  const status = first?.httpStatus?.plain;
  const text =
    (first?.message?.plain ? first.message : undefined) ??
    item.entries
      .map((entry) => entry.description)
      .find((description) => description?.lang === lang && description.plain) ??
    item.entries.map((entry) => entry.description).find((description) => description?.plain);
  return {
    ...(status ? { status } : {}),
    title: text?.plain ?? first?.code ?? item.id,
    titleLang: text?.lang ?? 'en',
  };
}

/** One sentence for search engines and link previews: code, HTTP status and message of each case. */
export function descriptionOf(code: Code, catalog: Catalog, lang: Lang): string {
  const cases = code.cases.map((item) => {
    const { status, title } = headingOf(item, lang);
    return [status && `HTTP ${status}`, title.replaceAll('\n', ' ').replace(/[.。]$/, '')]
      .filter(Boolean)
      .join(' ');
  });
  const list = cases.slice(0, 3).join(lang === 'en' ? ' / ' : '；');
  const more = cases.length - 3;
  const has = (field: Field, own: Lang) =>
    code.cases.some(({ entries }) =>
      entries.some((entry) => entry[field]?.plain && entry[field].lang === own),
    );
  const languages = columns.filter((own) => has('description', own) || has('solution', own));
  const fields = said.filter((field) => columns.some((own) => has(field, own)));
  const promise = fields.length > 0 ? promiseOf(fields, languages, lang) : '';
  if (lang === 'en') {
    const tail = more > 0 ? ` / and ${more} more` : '';
    return `${code.code} (${catalog.title.en}): ${list}${tail}.${promise}`;
  }
  const tail = more > 0 ? `等${cases.length}种情形` : '';
  return `${code.code}（${catalog.title['zh-CN']}）：${list}${tail}。${promise}`;
}

/** What a reader finds on the page: “Meaning and solution in English and Chinese.” */
function promiseOf(fields: readonly Field[], languages: readonly Lang[], lang: Lang): string {
  const names: Record<Lang, Partial<Record<Field | Lang, string>>> = {
    en: { description: 'meaning', solution: 'solution', en: 'English', 'zh-CN': 'Chinese' },
    'zh-CN': { description: '含义', solution: '解决方案', en: '英文', 'zh-CN': '中文' },
  };
  const list = (items: readonly (Field | Lang)[], word: string) =>
    items.map((item) => names[lang][item]).join(word);
  if (lang === 'en') {
    const what = list(fields, ' and ');
    return ` ${what[0]?.toUpperCase()}${what.slice(1)} in ${list(languages, ' and ')}.`;
  }
  return languages.length > 1
    ? `中英文${list(fields, '与')}对照。`
    : `${list(languages, '')}${list(fields, '与')}。`;
}
