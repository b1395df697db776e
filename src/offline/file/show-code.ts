/** One code: its cases with both languages side by side, what differs, what every document says. */
import type { Lang } from '../../model/lang.ts';
import { copyToClipboard } from '../../ticket/clipboard.ts';
import { type Context, catalogOf, langAttribute, langs, variantOf } from './context.ts';
import { announce, element } from './element.ts';
import { type FileCode, type FileDifference, fields } from './packed.ts';
import { ticketOf } from './ticket.ts';
import { fill } from './words.ts';

type FileCase = FileCode['cases'][number];
type FileEntry = FileCase['entries'][number];

const icons = { contradiction: '◆', content: '▲', wording: '≈', typography: '·' } as const;
const ranks = Object.keys(icons);

/** Render a code. */
export function showCode(context: Context, code: FileCode): HTMLElement {
  return element(
    'article',
    { 'data-code': code.code },
    element('h1', { class: 'code', translate: 'no', tabindex: '-1' }, code.code),
    ...code.cases.map((item) => showCase(context, code, item)),
  );
}

function showCase(context: Context, code: FileCode, item: FileCase): HTMLElement {
  const { words } = context;
  const newest = item.entries[0];
  const copy = element('button', { type: 'button' }, words['offline.app.copy']);
  const id = `${code.catalog}/${code.slug}/${item.id}`;
  // Several buttons say the same; each is named by the heading of its case too.
  copy.id = `${id}/copy`;
  copy.setAttribute('aria-labelledby', `${id}/copy ${id}/title`);
  copy.addEventListener('click', () =>
    copyText(context, copy, ticketOf(context, code, item).markdown),
  );
  return element(
    'section',
    { id, 'data-case': item.id, 'aria-labelledby': `${id}/title` },
    element(
      'h2',
      { id: `${id}/title`, tabindex: '-1' },
      newest?.httpStatus && element('span', { class: 'status' }, newest.httpStatus.plain),
      newest?.httpStatus && ' ',
      newest?.message &&
        element('span', { lang: langAttribute(newest.message, context) }, newest.message.plain),
    ),
    element(
      'div',
      { class: 'pair' },
      ...languagesOf(context, code).map((lang) => showEdition(context, code, item, lang)),
    ),
    element('p', {}, copy),
    // On paper there is no button: the address of the case on the site stands there.
    element(
      'p',
      { class: 'address', hidden: true },
      ticketOf(context, code, item).plain.split('\n').at(-1),
    ),
    item.differences.length > 0 && showDifferences(context, code, item),
    showMatrix(context, code, item),
  );
}

/** Languages that the catalog has documents in: what no document says in the other is no gap. */
function languagesOf(context: Context, { catalog }: FileCode) {
  const variants = catalogOf(context, catalog)?.variants ?? [];
  return langs.filter((lang) => variants.some((variant) => variant.lang === lang));
}

function showEdition(context: Context, code: FileCode, item: FileCase, lang: 'en' | 'zh-CN') {
  const entry = item.entries.find(
    ({ variant }) => variantOf(context, code.catalog, variant)?.lang === lang,
  );
  if (!entry) {
    const missing = lang === 'en' ? 'case.notInLanguage.en' : 'case.notInLanguage.zh';
    return element('div', { class: 'edition empty' }, context.words[missing]);
  }
  return element(
    'div',
    { class: 'edition' },
    element('h3', {}, nameOf(context, code, entry.variant)),
    element(
      'dl',
      {},
      ...(['description', 'solution'] as const).flatMap((field) => [
        element('dt', {}, context.words[`field.${field}`]),
        showText(context, entry, field, 'dd'),
      ]),
    ),
  );
}

function showText(
  context: Context,
  entry: FileEntry,
  field: (typeof fields)[number],
  tag: 'dd' | 'td',
) {
  const text = entry[field];
  if (text === undefined) return element(tag, { class: 'empty' }, '–');
  if (text.plain === '') return element(tag, { class: 'empty' }, context.words['case.empty']);
  return element(tag, { lang: langAttribute(text, context), 'data-field': field }, text.plain);
}

function showDifferences(context: Context, code: FileCode, item: FileCase): HTMLElement {
  const sorted = item.differences.toSorted(
    (a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity),
  );
  return element(
    'div',
    { class: 'differences' },
    element('h3', {}, context.words['case.disagree']),
    element('ul', {}, ...sorted.map((difference) => showDifference(context, code, difference))),
  );
}

function showDifference(context: Context, code: FileCode, difference: FileDifference): HTMLElement {
  const { words } = context;
  const { field, kind, severity, left, right, runs, onlyLeft = [], onlyRight = [] } = difference;
  const [from, to] = [nameOf(context, code, left), nameOf(context, code, right)];
  const kindWord = (words as Record<string, string>)[`kind.${kind}`];
  const notes = [
    kindWord ? [fill(kindWord, { name: kind === 'only-right' ? to : from })] : [],
    onlyIn(context, onlyLeft, from),
    onlyIn(context, onlyRight, to),
  ].filter((note) => note.length > 0);
  return element(
    'li',
    {},
    element(
      'span',
      { class: `severity ${severity}` },
      `${icons[severity]} ${words[`severity.${severity}`]}`,
    ),
    ` ${words[`field.${field}`]}: ${from} → ${to}`,
    ...notes.flatMap((note) => [' · ', ...note]),
    runs &&
      element(
        'p',
        { lang: langAttribute(textOf(context, code, right, field), context) },
        ...runs.map(showRun),
      ),
  );
}

/** What only one document mentions: its own words, in their language, within the interface's. */
function onlyIn({ lang, words }: Context, items: string[], name: string): (Node | string)[] {
  if (items.length === 0) return [];
  const own: Lang = /\p{Script=Han}/u.test(items.join()) ? 'zh-CN' : 'en';
  // No text of the interface has a null character.
  const [before = '', after = ''] = fill(words['case.onlyIn'], { name, items: '\0' }).split('\0');
  const quoted = items.join(own === 'en' ? ', ' : '、');
  return [before, element('span', { lang: own === lang ? undefined : own }, quoted), after];
}

/** The language of a text: messages are what the API sends, the rest is the document's. */
function textOf(context: Context, code: FileCode, variant: string, field: string): { lang: Lang } {
  const lang = variantOf(context, code.catalog, variant)?.lang ?? 'en';
  return { lang: field === 'message' ? 'en' : lang };
}

function showRun([sign, text]: [string, string]): Node | string {
  if (sign === '=') return text;
  return element(sign === '-' ? 'del' : 'ins', {}, text);
}

function showMatrix(context: Context, code: FileCode, item: FileCase): HTMLElement {
  const { words } = context;
  const heads = [words['case.document'], ...fields.map((field) => words[`field.${field}`])];
  return element(
    'details',
    {},
    element('summary', {}, `${words['case.matrix']} (${item.entries.length})`),
    element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': words['case.matrix'] },
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head))),
        ),
        element(
          'tbody',
          {},
          ...item.entries.map((entry) =>
            element(
              'tr',
              {},
              element(
                'th',
                { scope: 'row' },
                nameOf(context, code, entry.variant),
                element('small', {}, fill(words['case.line'], { line: entry.place.line })),
              ),
              ...fields.map((field) => showText(context, entry, field, 'td')),
            ),
          ),
        ),
      ),
    ),
    ...item.entries.flatMap((entry) =>
      Object.entries(entry.extra).map(([heading, text]) =>
        element('p', { lang: langAttribute(text, context) }, `${heading}: ${text.plain}`),
      ),
    ),
  );
}

const nameOf = (context: Context, code: FileCode, variant: string) =>
  variantOf(context, code.catalog, variant)?.name[context.lang] ?? variant;

async function copyText(
  { words }: Context,
  button: HTMLButtonElement,
  text: string,
): Promise<void> {
  const copied = await copyToClipboard({ plain: text });
  const said = words[copied ? 'offline.app.copied' : 'offline.app.copyFailed'];
  button.textContent = said;
  announce(said);
  setTimeout(() => {
    announce('');
    button.textContent = words['offline.app.copy'];
  }, 1600);
}
