import { ui } from '../i18n.ts';
import { answerIn } from '../model/answer.ts';
import type { Code } from '../model/case.ts';
import { caseLabel, caseLine } from '../model/case-label.ts';
import type { Lang } from '../model/lang.ts';
import type { Catalog } from '../model/registry.ts';
import { textFields } from '../model/terms.ts';
import { newestFirst } from '../model/variant-order.ts';
import { listNames } from '../text/list-names.ts';
import { punctuation } from '../text/punctuation.ts';
import type { CatalogData } from './queries.ts';

/** What the sentences need of a catalog; the variants in any order. */
type Described = Pick<CatalogData, 'title' | 'variants'>;

/** Words, with their language where they are quoted. */
export interface Part {
  text: string;
  lang?: Lang;
}

/**
 * One sentence about a code for previews: HTTP status and message of its first cases.
 *
 * @example describeCode(code, catalog, 'en') // => 'API Gateway: HTTP 413 Request entity too large'
 */
export function describeCode(code: Code, catalog: Pick<Catalog, 'title'>, lang: Lang): string {
  return describeParts(code, catalog, lang)
    .map(({ text }) => text)
    .join('');
}

/** The same sentence in parts: the messages in it are the vendors', each with its own language. */
export function describeParts(code: Code, catalog: Pick<Catalog, 'title'>, lang: Lang): Part[] {
  const { colon, stop, space } = punctuation[lang];
  const shown = code.cases.slice(0, 3);
  const more = code.cases.length - shown.length;
  const t = ui(lang);
  const tail = more > 0 ? `${space}${t('link.moreCases', { count: more })}` : '';
  const retired = code.retired ? `${t('retired.word')}${stop}` : '';
  return [
    { text: `${retired}${catalog.title[lang]}${colon}` },
    ...shown.flatMap((item, index) => [
      ...(index > 0 ? [{ text: lang === 'en' ? ' / ' : '；' }] : []),
      { text: caseLine(item, lang), lang: caseLabel(item, lang).lang },
    ]),
    { text: tail },
  ];
}

/** Programs that show previews cut longer ones. */
const maxAnswer = 300;

/**
 * Returns the text of a preview below {@link describeTitle}: meaning and solution of a code with one
 * case, in the given language where a document has them; else a list of the cases.
 *
 * @example describeAnswer(code, catalog, 'en')
 *   // => 'API Gateway: The token must be updated. → Obtain a new token.'
 */
export function describeAnswer(code: Code, catalog: Described, lang: Lang): string {
  const answer = describeOnly(code, catalog, lang);
  return answer === undefined
    ? describeCode(code, catalog, lang)
    : `${catalog.title[lang]}${punctuation[lang].colon}${answer.text}`;
}

/** Returns title and text of the pages that lead to a code. */
export function describePage(code: Code, catalog: Described) {
  return {
    title: { en: code.code, 'zh-CN': code.code },
    text: {
      en: describeWhole(code, catalog, 'en'),
      'zh-CN': describeWhole(code, catalog, 'zh-CN'),
    },
  };
}

/** {@link describeParts}, and the meaning and solution of a code with one case. */
function describeWhole(code: Code, catalog: Described, lang: Lang): Part[] {
  const answer = describeOnly(code, catalog, lang);
  const named = describeParts(code, catalog, lang);
  return answer === undefined ? named : [...named, { text: punctuation[lang].stop }, answer];
}

/** Meaning and solution of a code's only case: "… → …"; a lost text is replaced as on the page. */
function describeOnly(code: Code, { variants }: Described, lang: Lang): Part | undefined {
  const [only, ...others] = code.cases;
  if (only === undefined || others.length > 0 || code.retired) return undefined;
  const ordered = newestFirst(variants);
  const answers = only.entries.flatMap((entry) => {
    const texts = textFields.flatMap((field) => {
      const text = answerIn(entry, field, only.entries, ordered, code.defects)?.text;
      return text?.plain ? [text] : [];
    });
    const [first] = texts;
    return first ? [{ lang: first.lang, text: texts.map(({ plain }) => plain).join(' → ') }] : [];
  });
  const chosen = answers.find((one) => one.lang === lang) ?? answers[0];
  if (chosen === undefined) return undefined;
  const text = chosen.text.replace(/\s+/g, ' ');
  const isLong = text.length > maxAnswer;
  return { lang: chosen.lang, text: isLong ? `${text.slice(0, maxAnswer - 1)}…` : text };
}

/**
 * A title that explains itself in a chat or a list of search results.
 *
 * @example describeTitle(code, 'en') // => 'APIG.0106 · HTTP 400 Orchestration error'
 */
export function describeTitle(code: Code, lang: Lang): string {
  const [first, ...others] = code.cases;
  if (first === undefined) return code.code;
  if (others.length === 0) return `${code.code} · ${caseLine(first, lang)}`;
  const statuses = [...new Set(code.cases.flatMap((item) => caseLabel(item).status ?? []))];
  const cases = ui(lang)('catalog.cases', { count: code.cases.length });
  const list = statuses.length > 0 ? ` · HTTP ${listNames(statuses, lang)}` : '';
  return `${code.code}${list} · ${cases}`;
}

/** Each case by name and meaning, the meaning in the given language where a document has it. */
export function describeTerms(
  code: Code,
  lang: Lang,
): { anchor: string; name: string; description?: string }[] {
  return code.cases.map((item) => {
    const meanings = item.entries.flatMap(({ description }) =>
      description?.plain ? [description] : [],
    );
    const meaning = meanings.find((text) => text.lang === lang) ?? meanings[0];
    return {
      anchor: item.id,
      name: caseLine(item, lang),
      ...(meaning ? { description: meaning.plain } : {}),
    };
  });
}
