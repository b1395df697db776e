/** A result as a row of the list: one link with all that it says. */
import type { Summary } from '../lookup/result.ts';
import { langOfText } from '../text/lang-of-text.ts';
import { statusClass } from '../text/statuses.ts';
import { explainMatch, explainObjections, fill, type Phrase } from './explain-result.ts';
import type { MarkMatches } from './mark-matches.ts';
import type { Answered, Excerpt, Row } from './rows.ts';
import type { Words } from './words.ts';

/** Builds an element; `text` is always set as text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
  lang = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  if (lang) element.lang = lang;
  return element;
}

/** Marks nothing. */
const plain: MarkMatches = (text) => [{ text, marked: false }];

/**
 * @param isOption Whether the link is an option of a listbox; else it is in a list of links.
 * @returns `<li>` with the attributes that other programs rely on.
 */
export function renderRow(
  row: Row,
  { say, catalogs }: Words,
  { isOption = false, mark = plain }: { isOption?: boolean; mark?: MarkMatches | undefined } = {},
): HTMLLIElement {
  const { href, result, shows, excerpt, title, found } = row;
  const item = make('li');
  const link = make('a');
  link.href = href;
  if (isOption) {
    item.role = 'presentation';
    Object.assign(link, { role: 'option', ariaSelected: 'false' });
  }
  item.append(link);
  if (found) link.append(found);
  const head = make('span', 'head');
  link.append(head);
  if (result) {
    const { code, catalog, match } = result;
    Object.assign(item.dataset, { code, catalog, match });
    if (result.case !== undefined) item.dataset['case'] = result.case;
    if (result.line !== undefined) item.dataset['line'] = String(result.line);
    if (result.count !== undefined) item.dataset['count'] = String(result.count);
    const name = make('span', 'code', code);
    name.translate = false;
    head.append(name, ' ');
    appendCase(head, result, shows, say, mark);
    head.append(' ', make('span', `match ${match}`, say[`match.${match}`]));
    if (shows?.description && !excerpt) {
      const { text, lang } = shows.description;
      link.append(markedText('meaning', mark(text), lang));
    }
    if (shows?.solution && match !== 'guess') {
      const { text, lang } = shows.solution;
      const advice = link.appendChild(make('span', 'advice'));
      advice.append(make('b', '', say.advice), ' ', markedText('', mark(text), lang));
    }
    if (excerpt) link.append(renderExcerpt(excerpt, mark));
    const why = make('span', 'why');
    const place = Object.keys(catalogs).length > 1 ? (catalogs[catalog] ?? '') : '';
    const because = excerpt ? [say['fullText']] : explainMatch(result, say);
    const dot = place && because.length > 0 ? [say['dot']] : [];
    appendPhrase(why, [place, ...dot, ...because]);
    link.append(why);
    const whyNot = explainObjections(result, say);
    if (whyNot.length > 0) appendPhrase(link.appendChild(make('span', 'why not')), whyNot);
  } else {
    head.append(
      make('span', 'message', title, langOfText(title ?? '')),
      ' ',
      make('span', 'match guide', say['guide']),
    );
    if (excerpt) link.append(renderExcerpt(excerpt, mark));
  }
  return item;
}

function appendCase(
  head: HTMLElement,
  { case: id }: Answered,
  shows: Summary | undefined,
  say: Words['say'],
  mark: MarkMatches,
): void {
  if (!shows) return;
  const { statuses, message, cases } = shows;
  if (id === undefined && cases > 1) {
    const text = fill(say['cases'], {
      count: String(cases),
      statuses: statuses.join(say['comma']),
    });
    appendPhrase(head.appendChild(make('span', 'message several')), text);
    return;
  }
  if (statuses[0]) {
    const tint = statusClass(statuses[0]) ?? '';
    head.append(make('span', `status ${tint}`.trim(), statuses[0]), ' ');
  }
  if (message) head.append(markedText('message', mark(message), langOfText(message)));
}

function renderExcerpt({ lang, parts }: Excerpt, mark: MarkMatches): HTMLElement {
  const own = mark(parts.map(({ text }) => text).join(''));
  // The index also finds words that only begin alike.
  return markedText('meaning', own.some(({ marked }) => marked) ? own : parts, lang);
}

function markedText(className: string, parts: Excerpt['parts'], lang: string): HTMLElement {
  const element = make('span', className, '', lang);
  for (const { text, marked } of parts) element.append(marked ? make('mark', '', text) : text);
  return element;
}

function appendPhrase(parent: HTMLElement, phrase: Phrase): void {
  for (const part of phrase) {
    parent.append(typeof part === 'string' ? part : make('q', '', part.quote, part.lang));
  }
}
