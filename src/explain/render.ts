/** An explanation as text for a terminal. Pure. */
import { styleText } from 'node:util';
import { ui } from '../i18n.ts';
import type { Lang } from '../model/lang.ts';
import type { Explained, ExplainedCase, Explanation } from './answer.ts';

type Style = Parameters<typeof styleText>[0];

/**
 * Returns an explanation as lines for a terminal.
 *
 * Control characters of documents and of the text never reach the terminal, where they could move the
 * cursor or change what was printed before.
 *
 * @param coloured Whether the output may have colours (ANSI escape codes).
 */
export function renderExplanation(
  { results, unknown }: Explanation,
  lang: Lang,
  coloured: boolean,
): string {
  const paint = (style: Style, text: string) =>
    coloured ? styleText(style, text, { validateStream: false }) : text;
  const t = ui(lang);
  const sure = results.filter(({ match }) => match !== 'guess');
  const shown = sure.length > 0 ? sure : results;
  const intro = [
    ...(unknown === undefined ? [] : [t('search.say.unknown', { code: safe(unknown) })]),
    ...(sure.length > 0 ? [] : [t(results.length > 0 ? 'search.say.unsure' : 'explain.notKnown')]),
  ];
  const blocks = shown.map((one) => renderCode(one, lang, paint, sure.length > 0));
  return `${[...intro.map((line) => paint('yellow', line)), ...blocks].join('\n\n')}\n`;
}

function renderCode(
  one: Explained,
  lang: Lang,
  paint: (style: Style, text: string) => string,
  whole: boolean,
): string {
  const t = ui(lang);
  const single = one.decided ? one.cases[0] : undefined;
  const head = [
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

function textsOf(
  { said }: ExplainedCase,
  lang: Lang,
  paint: (style: Style, text: string) => string,
): string[] {
  const t = ui(lang);
  return said.flatMap(({ document, meaning, solution }) => [
    ...(meaning ? [`  ${t('field.description')}${colon(lang)}${indent(meaning)}`] : []),
    ...(solution
      ? [`  ${paint('bold', `${t('field.solution')}${colon(lang)}`)}${indent(solution)}`]
      : []),
    ...(meaning || solution ? [`    ${paint('dim', safe(document))}`] : []),
  ]);
}

const colon = (lang: Lang) => (lang === 'en' ? ': ' : '：');
const indent = (text: string) => safe(text).replaceAll('\n', '\n    ');

/** Returns a text without control characters, except line ends. */
function safe(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
}
