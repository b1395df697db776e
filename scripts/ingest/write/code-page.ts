/** The MDX page of one code: its newest texts in both languages, and calls of components. */
import { answerOf, type Edition, newestEntry } from '../../../src/model/answer.ts';
import type { Case, Code } from '../../../src/model/case.ts';
import { caseLabel } from '../../../src/model/case-label.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { type Lang, languages, localeOf, ownFirst } from '../../../src/model/lang.ts';
import type { Retired } from '../../../src/model/registry.ts';
import { type Field, textFields } from '../../../src/model/terms.ts';
import { element, importOf, mdx, renderMdx } from './mdx.ts';

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

function namesUsed({ retired, retiredCases = [] }: Code): string[] {
  const names = ['Case', 'Field', 'Neighbours', 'Overview', 'Says'];
  if (retired || retiredCases.length > 0) names.push('Retired');
  return names.sort();
}

function retiredElement({ note, by }: Retired, lang: Lang): string {
  return element('Retired', { note: note[lang], by });
}

function caseElement(
  item: Case,
  code: Code,
  variants: Edition[],
  lang: Lang,
  retired?: Retired,
): string {
  const { status, title } = caseLabel(item, lang);
  return element('Case', { id: item.id }, [
    mdx.heading(2, status, title),
    ...(retired && 'retired' in item ? [retiredElement(retired, lang)] : []),
    ...fieldElements(item, code, variants, lang, retired !== undefined),
  ]);
}

/** The fields of a case that a page shows: its message too, if the documents translate it. */
function fieldsShown(entries: readonly Entry[], variants: Edition[]): readonly Field[] {
  const messages = languages.map((lang) => newestEntry(entries, lang, variants)?.message);
  const isTranslated = messages.every((text, at) => text?.plain && text.lang === languages[at]);
  return isTranslated ? ['message', ...textFields] : textFields;
}

/** Returns the fields of a case, each with its texts: the language of the interface comes first. */
function fieldElements(
  { entries }: Case,
  { defects }: Code,
  variants: Edition[],
  lang: Lang,
  retired: boolean,
): string[] {
  const shown = ownFirst(lang).filter((own) => newestEntry(entries, own, variants) !== undefined);
  const fields = fieldsShown(entries, variants);
  return fields.flatMap((field, at) => {
    const says = shown.flatMap((own) => {
      const answer = answerOf(entries, field, own, variants, defects);
      if (!answer) return [];
      const { entry, text, lost } = answer;
      const next = fields
        .slice(at + 1)
        .map((other) => answerOf(entries, other, own, variants, defects))
        .find((other) => other !== undefined);
      const attributes = {
        field,
        variant: entry.variant,
        lang: text.lang,
        // A text that no document contains any more has no line to link to.
        line: retired ? undefined : String(entry.place.line),
        page: retired ? undefined : entry.place.page,
        // One row is cited once, below its last text.
        cited: next?.entry === entry ? 'below' : undefined,
        lost: lost?.entry.variant,
        lostLine: lost && String(lost.entry.place.line),
        lostPage: lost?.entry.place.page,
        note: lost?.note[lang],
      };
      return [element('Says', attributes, [mdx.text(text)])];
    });
    return says.length > 0 ? [element('Field', { name: field }, says)] : [];
  });
}
