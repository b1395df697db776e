/** The Markdown twin of a code's page: the same facts as plain Markdown, for programs and people. */
import { aliasesOf } from '../model/aliases.ts';
import { answerOf, defectOf, type Edition } from '../model/answer.ts';
import type { Case, Code } from '../model/case.ts';
import { caseLabel, casesOf } from '../model/case-label.ts';
import type { Difference } from '../model/difference.ts';
import { editionName } from '../model/edition-name.ts';
import type { Entry } from '../model/entry.ts';
import { type Lang, ownFirst } from '../model/lang.ts';
import type { Catalog, Variant } from '../model/registry.ts';
import { fields, ratingNames, ratingOf, textFields } from '../model/terms.ts';
import type { Text } from '../model/text.ts';
import { createSyntax, renderPage } from '../text/markdown.ts';
import { descriptionOf } from './twin-description.ts';

const markdown = createSyntax();

type Named = Edition & Pick<Variant, 'publisher' | 'edition'>;

const words = {
  en: {
    description: 'Meaning',
    solution: 'What to do',
    httpStatus: 'HTTP status',
    message: 'Message',
    presence: 'Presence',
    empty: 'The document leaves this empty.',
    lost: 'Damaged in the document',
    disagree: 'Differences between the documents',
    absent: 'not there',
    only: 'only here',
    retired: 'Retired',
    aliases: 'Also known as',
    page: 'Page of this case',
    evidence: 'What each document says',
    line: 'line',
  },
  'zh-CN': {
    description: '含义',
    solution: '解决方案',
    httpStatus: 'HTTP状态码',
    message: '错误信息',
    presence: '收录情况',
    empty: '文档此处为空。',
    lost: '文档此处有缺损',
    disagree: '文档间的差异',
    absent: '未收录',
    only: '仅此处',
    retired: '已停用',
    aliases: '其他标识',
    page: '此情形的页面',
    evidence: '各文档原文',
    line: '行',
  },
} satisfies Record<Lang, unknown>;

/**
 * Returns the twin of a code's page in one interface language: the answer of every case, then the rows
 * of every document, and where they disagree. Links are relative, so that they work under any base.
 *
 * @param editions Names of the catalog's documents, newest first, then retired ones.
 */
export function renderTwin(
  code: Code,
  catalog: Pick<Catalog, 'title'>,
  editions: Named[],
  lang: Lang,
): string {
  const t = words[lang];
  const aliases = aliasesOf(code).map(({ alias }) => alias);
  const frontmatter = {
    title: code.code,
    description: descriptionOf(code, catalog, lang),
    catalog: code.catalog,
    code: code.code,
    lang,
  };
  const cases = casesOf(code);
  return renderPage(frontmatter, [
    markdown.heading(1, undefined, code.code),
    ...(code.retired ? [markdown.paragraph(`${t.retired}: ${code.retired.note[lang]}`)] : []),
    ...(aliases.length > 0 ? [markdown.paragraph(`${t.aliases}: ${aliases.join(', ')}`)] : []),
    ...cases.flatMap((item) => answerParts(item, code, editions, lang)),
    markdown.heading(2, undefined, t.evidence),
    ...cases.flatMap((item) => [
      ...evidenceParts(item, code, editions, lang),
      ...differenceParts(item, code, editions, lang),
    ]),
  ]);
}

/** The newest meaning and solution of a case, the language of the interface first. */
function answerParts(
  item: Case & { retired?: Code['retired'] },
  { slug, defects }: Code,
  editions: Named[],
  lang: Lang,
): string[] {
  const { status, title } = caseLabel(item, lang);
  return [
    markdown.heading(2, status, title),
    ...(item.retired
      ? [markdown.paragraph(`${words[lang].retired}: ${item.retired.note[lang]}`)]
      : []),
    ...ownFirst(lang).flatMap((own) =>
      textFields.flatMap((field): string[] => {
        const answer = answerOf(item.entries, field, own, editions, defects);
        if (!answer?.text.plain) return [];
        const edition = editions.find(({ id }) => id === answer.entry.variant);
        const [open, close] = own === 'en' ? [' (', ')'] : ['（', '）'];
        const source = edition ? open + markdown.phrase(nameOf(edition, own)) + close : '';
        return [label(words[own][field], source), markdown.text(answer.text)];
      }),
    ),
    `[${words[lang].page}](./${slug}/#${item.id})`,
  ];
}

function evidenceParts(item: Case, { defects }: Code, editions: Named[], lang: Lang): string[] {
  const { status, title } = caseLabel(item, lang);
  return [
    markdown.heading(3, status, title),
    ...editions.flatMap((edition) =>
      [...item.entries, ...(item.former ?? [])]
        .filter((entry) => entry.variant === edition.id)
        .flatMap((entry) => entryParts(entry, edition, lang, defects)),
    ),
  ];
}

/** All fields and other columns of one row. */
function entryParts(entry: Entry, edition: Named, lang: Lang, defects: Code['defects']): string[] {
  const t = words[lang];
  const { file, line } = entry.place;
  const textParts = (name: string, value: Text): string[] => [
    label(name),
    value.plain === '' ? t.empty : markdown.text(value),
  ];
  return [
    `#### ${markdown.phrase(nameOf(edition, lang))} (${markdown.code(`${file}:${line}`)})`,
    ...fields.flatMap((field) => {
      const value = entry[field];
      if (value === undefined) return [];
      const defect = defectOf(entry, field, defects);
      // The other documents follow, among them the edition that still has a lost text.
      const lost = defect ? [markdown.paragraph(`${t.lost}: ${defect.note[lang]}`)] : [];
      return [...textParts(t[field], value), ...lost];
    }),
    ...Object.entries(entry.extra).flatMap(([heading, value]) => textParts(heading, value)),
  ];
}

function differenceParts(item: Case, code: Code, editions: Named[], lang: Lang): string[] {
  const t = words[lang];
  const own = code.differences.filter((difference) => difference.case === item.id);
  if (own.length === 0) return [];
  return [
    `#### ${t.disagree}`,
    own.map((difference) => markdown.item(differenceWords(difference, editions, lang))).join('\n'),
  ];
}

function differenceWords(difference: Difference, editions: Named[], lang: Lang): string {
  const t = words[lang];
  const side = (which: 'left' | 'right') => {
    const edition = editions.find(({ id }) => id === difference[which]);
    const name = edition ? nameOf(edition, lang) : difference[which];
    const found = difference[which === 'left' ? 'before' : 'after'];
    const only = difference[which === 'left' ? 'onlyLeft' : 'onlyRight'] ?? [];
    if (difference.kind === (which === 'left' ? 'only-right' : 'only-left'))
      return `${name}: ${t.absent}`;
    if (found !== undefined) return `${name}: “${found}”`;
    return only.length > 0 ? `${name} (${t.only}: ${only.join(', ')})` : name;
  };
  return `${t[difference.field]} (${ratingNames[lang][ratingOf(difference)]}): ${side('left')} → ${side('right')}`;
}

const nameOf = ({ publisher, edition }: Named, lang: Lang) =>
  editionName(publisher[lang], edition[lang]);
/** A paragraph that begins with bold text, then source. */
const label = (bold: string, behind = '') => `**${markdown.phrase(bold)}**${behind}`;
