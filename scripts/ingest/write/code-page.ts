/** The MDX page of one code: its newest texts in both languages, and calls of components. */
import type { RootContent } from 'mdast';
import type { Case, Code } from '../../../src/model/case.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Lang } from '../../../src/model/lang.ts';
import type { Retired, Variant } from '../../../src/model/registry.ts';
import type { Field } from '../../../src/model/terms.ts';
import { statusLabel } from '../../../src/text/statuses.ts';
import { renderMdx } from './mdx.ts';
import { blocksOf, caseHeading, element, importOf } from './nodes.ts';

/** Folder of a language's pages under `src/content/docs/`. */
export const localeOf: Record<Lang, string> = { en: 'en', 'zh-CN': 'zh-cn' };

/** The properties of a variant, current or retired, that a page shows. */
export type Edition = Pick<Variant, 'id' | 'lang' | 'publisher' | 'edition'>;

/** The languages and fields of the texts on a page. */
export const languagesShown = ['en', 'zh-CN'] as const satisfies Lang[];
export const fieldsShown = ['description', 'solution'] as const satisfies Field[];

/**
 * Returns the MDX page of a code in one interface language.
 *
 * @param code The code with its cases.
 * @param variants The variants of its catalog, newest first, then the retired ones.
 * @param lang Language of the interface. The page has the texts of the documents in both languages.
 */
export function renderCodePage(code: Code, variants: Edition[], lang: Lang): string {
  const frontmatter = {
    title: code.code,
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

function namesUsed({ retired, retiredCases = [], defects }: Code): string[] {
  const names = ['Case', 'Edition', 'Neighbours', 'Overview', 'Says'];
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
  const shown = languagesShown.flatMap((own): [Entry, Edition][] => {
    const entry = newestEntry(item, own, variants);
    const variant = variants.find(({ id }) => id === entry?.variant);
    return entry && variant ? [[entry, variant]] : [];
  });
  return element('Case', { id: item.id }, [
    caseHeading(status, title),
    ...(retired && 'retired' in item ? [retiredElement(retired, lang)] : []),
    ...shown.map(([entry, variant]) => editionElement(entry, variant, lang, retired !== undefined)),
    ...(retired ? [] : defectElements(item, code, lang)),
  ]);
}

/** Returns what documents lost in a case, in an editor's words. */
function defectElements(item: Case, { defects }: Code, lang: Lang): RootContent[] {
  return defects
    .filter(({ variant, line, page }) =>
      item.entries.some(
        ({ variant: own, place }) => own === variant && place.line === line && place.page === page,
      ),
    )
    .map(({ variant, line, page, note }) =>
      element('Defect', { variant, line: String(line), page }, [
        { type: 'paragraph', children: [{ type: 'text', value: note[lang] }] },
      ]),
    );
}

function editionElement(entry: Entry, variant: Edition, lang: Lang, retired: boolean): RootContent {
  const fields = fieldsShown.flatMap((field) => {
    const text = entry[field];
    if (text === undefined) return [];
    return [element('Says', { field, lang: text.lang }, blocksOf(text))];
  });
  const attributes = {
    variant: variant.id,
    lang: variant.lang,
    publisher: variant.publisher[lang],
    edition: variant.edition[lang],
    // A text that no document contains any more has no line to link to.
    line: retired ? undefined : String(entry.place.line),
    page: retired ? undefined : entry.place.page,
  };
  return element('Edition', attributes, fields);
}

/** Returns the entry of the newest variant in a language that contains the case. */
function newestEntry(item: Case, lang: Lang, variants: Edition[]): Entry | undefined {
  const variant = variants.find(
    ({ id, lang: own }) => own === lang && item.entries.some((entry) => entry.variant === id),
  );
  return item.entries.find((entry) => entry.variant === variant?.id);
}

/** Returns the status and message of a case's newest row with a message, else its description as the title. */
export function headingOf(item: Case, lang: Lang): { status?: string; title: string } {
  // From one row: a status and a message of two documents would be a pair that neither contains.
  const first = item.entries.find((entry) => entry.message?.plain) ?? item.entries[0];
  const status = statusLabel(first?.httpStatus?.plain ?? '');
  const text =
    (first?.message?.plain ? first.message : undefined) ??
    item.entries
      .map((entry) => entry.description)
      .find((description) => description?.lang === lang && description.plain) ??
    item.entries.map((entry) => entry.description).find((description) => description?.plain);
  return {
    ...(status ? { status } : {}),
    title: text?.plain ?? first?.code ?? item.id,
  };
}
