/** An explanation as text for a terminal. Pure. */
import { styleText } from 'node:util';
import { ui } from '../i18n.ts';
import type { Lang } from '../model/lang.ts';
import { summarise } from '../search/incident-words.ts';
import type { Words } from '../search/words.ts';
import { punctuation } from '../text/punctuation.ts';
import type { Explained, ExplainedCase, Explanation, Said, Unknown } from './answer.ts';

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** With more errors than these, each has one line. */
const maxWhole = 8;

/**
 * Returns an explanation as lines for a terminal.
 *
 * Control characters of documents and of the text never reach the terminal, where they could move the
 * cursor or change what was printed before.
 *
 * @param say The strings of results in this language.
 * @param coloured Whether the output may have colours (ANSI escape codes).
 */
export function renderExplanation(
  explanation: Explanation,
  lang: Lang,
  say: Words['say'],
  coloured: boolean,
): string {
  const { results, unknown, errors, codes, isTooLong } = explanation;
  const paint: Paint = (style, text) =>
    coloured ? styleText(style, text, { validateStream: false }) : text;
  const t = ui(lang);
  const sure = results.filter(({ match }) => match !== 'guess');
  const intro: string[] = [];
  if (isTooLong) intro.push(t('search.say.tooLong'));
  if (errors > 1) {
    intro.push(summarise({ errors, codes, unknown: unknown.length }, lang, say));
  }
  if (sure.length === 0 && unknown.length === 0) {
    intro.push(t(results.length > 0 ? 'search.say.unsure' : 'explain.notKnown'));
  }
  const blocks = [
    ...intro.map((line) => paint('yellow', line)),
    ...unknown.map((one) => renderUnknown(one, errors > 1, lang, paint)),
  ];
  if (sure.length > maxWhole) {
    blocks.push(sure.map((one) => renderLine(one, lang, paint)).join('\n'));
  } else if (sure.length > 0) {
    blocks.push(...sure.map((one) => renderCode(one, lang, paint, true)));
  } else if (unknown.every(({ near }) => near.length === 0)) {
    blocks.push(...results.map((one) => renderCode(one, lang, paint, false)));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** A code that no document contains, with what comes near to it. */
function renderUnknown(
  { code, line, count, near, notes }: Unknown,
  isOneOfSeveral: boolean,
  lang: Lang,
  paint: Paint,
): string {
  const t = ui(lang);
  const place = isOneOfSeveral ? `${placeOf({ line, count }, lang)}  ` : '';
  const lines = [
    `${place}${paint('yellow', t('search.say.unknown', { code: safe(code) }))}`,
    ...(near.length > 0 ? [`  ${t('search.say.nearby')} ${safe(near.join(', '))}`] : []),
    ...notes.map(({ text, place }) => `  “${safe(text)}” ${paint('dim', safe(place))}`),
  ];
  return lines.join('\n');
}

/** One error of many, in one line. */
function renderLine(one: Explained, lang: Lang, paint: Paint): string {
  const [item] = one.cases;
  const parts = [
    placeOf(one, lang).padEnd(16),
    paint('bold', safe(one.code)),
    one.decided && item ? headOf(item) : ui(lang)('catalog.cases', { count: one.cases.length }),
    paint('cyan', one.decided && item ? item.url : one.url),
  ];
  return parts.join('  ');
}

function placeOf({ line, count = 1 }: { line?: number; count?: number }, lang: Lang): string {
  if (line === undefined) return '';
  return `${ui(lang)('case.line', { line })}${count > 1 ? ` × ${count}` : ''}`;
}

function renderCode(one: Explained, lang: Lang, paint: Paint, whole: boolean): string {
  const t = ui(lang);
  const single = one.decided ? one.cases[0] : undefined;
  const head = [
    placeOf(one, lang),
    paint('bold', safe(one.code)),
    ...(single ? [headOf(single)] : [t('catalog.cases', { count: one.cases.length })]),
    paint('dim', safe(one.catalogTitle)),
  ].filter((part) => part !== '');
  const lines = [head.join('  ')];
  if (single && whole) lines.push(...textsOf(single, lang, paint));
  else if (!single) {
    for (const item of one.cases) {
      const [said] = item.said;
      const advice = said?.solution ?? said?.meaning ?? '';
      lines.push(`  ${headOf(item)}${advice ? `: ${safe(advice)}` : ''}`);
    }
  }
  lines.push(`  ${paint('cyan', single?.url ?? one.url)}`);
  if (whole && one.because) lines.push(`  ${paint('dim', safe(one.because))}`);
  if (one.whyNot) lines.push(`  ${paint('yellow', safe(one.whyNot))}`);
  return lines.join('\n');
}

function headOf({ httpStatus, message }: ExplainedCase): string {
  const status = httpStatus.length > 0 ? `HTTP ${httpStatus.join('/')}` : '';
  return [status, safe(message ?? '')].filter((part) => part !== '').join('  ');
}

function textsOf({ said }: ExplainedCase, lang: Lang, paint: Paint): string[] {
  const t = ui(lang);
  const { colon } = punctuation[lang];
  const labels: Record<string, string> = {
    meaning: t('field.description'),
    solution: t('field.solution'),
  };
  const nameAll = ({ document, instead = {} }: Said) =>
    [
      document,
      ...Object.entries(instead).flatMap(([field, other]) =>
        labels[field] ? `${labels[field]}${colon}${other}` : [],
      ),
    ].join('; ');
  return said.flatMap(({ meaning, solution, ...from }) => [
    ...(meaning ? [`  ${t('field.description')}${colon}${indent(meaning)}`] : []),
    ...(solution
      ? [`  ${paint('bold', `${t('field.solution')}${colon}`)}${indent(solution)}`]
      : []),
    ...(meaning || solution ? [`    ${paint('dim', safe(nameAll(from)))}`] : []),
  ]);
}

const indent = (text: string) => safe(text).replaceAll('\n', '\n    ');

/** Returns a text without control characters, except line ends. */
function safe(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
}
