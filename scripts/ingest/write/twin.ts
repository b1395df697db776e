/** The Markdown twin of a code's page: the same facts as plain Markdown, for programs and people. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { aliasesOf } from '../../../src/model/aliases.ts';
import { answerOf, defectOf } from '../../../src/model/answer.ts';
import type { Case, Code } from '../../../src/model/case.ts';
import { caseLabel, casesOf } from '../../../src/model/case-label.ts';
import type { Difference } from '../../../src/model/difference.ts';
import { editionName } from '../../../src/model/edition-name.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { type Lang, ownFirst } from '../../../src/model/lang.ts';
import type { Catalog } from '../../../src/model/registry.ts';
import { fields, ratingNames, ratingOf, textFields } from '../../../src/model/terms.ts';
import type { Text } from '../../../src/model/text.ts';
import type { Edition } from './code-page.ts';
import { descriptionOf } from './description.ts';
import { markdownTextOf, renderMarkdown } from './mdx.ts';
import { caseHeading } from './nodes.ts';

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
export function renderTwin(code: Code, catalog: Catalog, editions: Edition[], lang: Lang): string {
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
  return renderMarkdown(frontmatter, [
    { type: 'heading', depth: 1, children: [text(code.code)] },
    ...(code.retired ? [paragraph(`${t.retired}: ${code.retired.note[lang]}`)] : []),
    ...(aliases.length > 0 ? [paragraph(`${t.aliases}: ${aliases.join(', ')}`)] : []),
    ...cases.flatMap((item) => answerNodes(item, code, editions, lang)),
    { type: 'heading', depth: 2, children: [text(t.evidence)] },
    ...cases.flatMap((item) => [
      ...evidenceNodes(item, code, editions, lang),
      ...differenceNodes(item, code, editions, lang),
    ]),
  ]);
}

/** The newest meaning and solution of a case, the language of the interface first. */
function answerNodes(
  item: Case & { retired?: Code['retired'] },
  { slug, defects }: Code,
  editions: Edition[],
  lang: Lang,
): RootContent[] {
  const { status, title } = caseLabel(item, lang);
  const link: PhrasingContent = {
    type: 'link',
    url: `./${slug}/#${item.id}`,
    children: [text(words[lang].page)],
  };
  return [
    caseHeading(status, title),
    ...(item.retired ? [paragraph(`${words[lang].retired}: ${item.retired.note[lang]}`)] : []),
    ...ownFirst(lang).flatMap((own) =>
      textFields.flatMap((field): RootContent[] => {
        const answer = answerOf(item.entries, field, own, editions, defects);
        if (!answer?.text.plain) return [];
        const edition = editions.find(({ id }) => id === answer.entry.variant);
        const [open, close] = own === 'en' ? [' (', ')'] : ['（', '）'];
        const source = edition ? `${open}${nameOf(edition, own)}${close}` : '';
        return [
          label(words[own][field], ...(source ? [text(source)] : [])),
          ...markdownTextOf(answer.text),
        ];
      }),
    ),
    { type: 'paragraph', children: [link] },
  ];
}

function evidenceNodes(
  item: Case,
  { defects }: Code,
  editions: Edition[],
  lang: Lang,
): RootContent[] {
  const { status, title } = caseLabel(item, lang);
  return [
    { ...caseHeading(status, title), depth: 3 },
    ...editions.flatMap((edition) =>
      [...item.entries, ...(item.former ?? [])]
        .filter((entry) => entry.variant === edition.id)
        .flatMap((entry) => entryNodes(entry, edition, lang, defects)),
    ),
  ];
}

/** All fields and other columns of one row. */
function entryNodes(
  entry: Entry,
  edition: Edition,
  lang: Lang,
  defects: Code['defects'],
): RootContent[] {
  const t = words[lang];
  const { file, line } = entry.place;
  const textNodes = (name: string, value: Text): RootContent[] => [
    label(name),
    ...(value.plain === '' ? [paragraph(t.empty)] : markdownTextOf(value)),
  ];
  return [
    {
      type: 'heading',
      depth: 4,
      children: [
        text(`${nameOf(edition, lang)} (`),
        { type: 'inlineCode', value: `${file}:${line}` },
        text(')'),
      ],
    },
    ...fields.flatMap((field) => {
      const value = entry[field];
      if (value === undefined) return [];
      const defect = defectOf(entry, field, defects);
      // The other documents follow, among them the edition that still has a lost text.
      const lost = defect ? [paragraph(`${t.lost}: ${defect.note[lang]}`)] : [];
      return [...textNodes(t[field], value), ...lost];
    }),
    ...Object.entries(entry.extra).flatMap(([heading, value]) => textNodes(heading, value)),
  ];
}

function differenceNodes(item: Case, code: Code, editions: Edition[], lang: Lang): RootContent[] {
  const t = words[lang];
  const own = code.differences.filter((difference) => difference.case === item.id);
  if (own.length === 0) return [];
  return [
    { type: 'heading', depth: 4, children: [text(t.disagree)] },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: own.map(
        (difference): ListItem => ({
          type: 'listItem',
          spread: false,
          children: [paragraph(differenceWords(difference, editions, lang))],
        }),
      ),
    },
  ];
}

function differenceWords(difference: Difference, editions: Edition[], lang: Lang): string {
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

const nameOf = ({ publisher, edition }: Edition, lang: Lang) =>
  editionName(publisher[lang], edition[lang]);
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (value: string) => ({ type: 'paragraph' as const, children: [text(value)] });
/** A paragraph that begins with bold text. */
const label = (bold: string, ...behind: PhrasingContent[]): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [text(bold)] }, ...behind],
});
