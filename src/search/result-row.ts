/** A result as a row of the list: one link with all that it says. */
import { langOfText } from '../text/lang-of-text.ts';
import { explainMatch, explainObjections, fill, type Phrase } from './explain-result.ts';
import type { Answered, CaseSummary, Excerpt, Row } from './rows.ts';
import type { Words } from './words.ts';

/** Builds an element; `text` is always set as text. */
function make<Name extends keyof HTMLElementTagNameMap>(
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

/**
 * @param id Id of the link, for `aria-activedescendant`.
 * @returns `<li>` with the attributes that other programs rely on.
 */
export function renderRow(row: Row, id: string, { say, catalogs }: Words): HTMLLIElement {
  const { href, result, shows, excerpt, title } = row;
  const item = make('li');
  item.role = 'presentation';
  const link = make('a');
  Object.assign(link, { id, href, role: 'option', ariaSelected: 'false' });
  item.append(link);
  const head = make('span', 'head');
  link.append(head);
  if (result) {
    const { code, catalog, match } = result;
    Object.assign(item.dataset, { code, catalog, match });
    if (result.case !== undefined) item.dataset['case'] = result.case;
    const name = make('span', 'code', code);
    name.translate = false;
    head.append(name, ' ');
    appendCase(head, result, shows, say);
    head.append(' ', make('span', `match ${match}`, say[`match.${match}`]));
    if (shows?.description && !excerpt) {
      const { text, lang } = shows.description;
      link.append(make('span', 'meaning', text, lang));
    }
    if (excerpt) link.append(renderExcerpt(excerpt));
    const why = make('span', 'why');
    const place = Object.keys(catalogs).length > 1 ? (catalogs[catalog] ?? '') : '';
    const said = excerpt ? [say['fullText']] : explainMatch(result, say);
    const because = said.length > 0 ? said : [say['words']];
    appendPhrase(why, [...(place ? [place, say['dot']] : []), ...because]);
    link.append(why);
    const whyNot = explainObjections(result, say);
    if (whyNot.length > 0) appendPhrase(link.appendChild(make('span', 'why not')), whyNot);
  } else {
    head.append(
      make('span', 'message', title, langOfText(title ?? '')),
      ' ',
      make('span', 'match guide', say['guide']),
    );
    if (excerpt) link.append(renderExcerpt(excerpt));
  }
  return item;
}

function appendCase(
  head: HTMLElement,
  { case: id }: Answered,
  shows: CaseSummary | undefined,
  say: Words['say'],
): void {
  if (!shows) return;
  const { statuses, message, cases } = shows;
  if (id === undefined && cases > 1) {
    const text = fill(say['cases'], {
      count: String(cases),
      statuses: statuses.join(say['comma']),
    });
    appendPhrase(head.appendChild(make('span', 'message')), text);
    return;
  }
  if (statuses[0]) head.append(make('span', 'status', statuses[0]), ' ');
  if (message) head.append(make('span', 'message', message, langOfText(message)));
}

function renderExcerpt({ lang, parts }: Excerpt): HTMLElement {
  const element = make('span', 'meaning', '', lang);
  for (const { text, marked } of parts) element.append(marked ? make('mark', '', text) : text);
  return element;
}

function appendPhrase(parent: HTMLElement, phrase: Phrase): void {
  for (const part of phrase) {
    parent.append(typeof part === 'string' ? part : make('q', '', part.quote, part.lang));
  }
}
