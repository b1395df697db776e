/** The errors of a text as rows, their summary and their ticket. Fetched with the lookup. */
import css from '~/styles/search-incidents.css?inline';
import type { Incident, TextAnswer, UnknownAnswer } from '../lookup/answer-text.ts';
import { fillTemplate } from '../text/fill-template.ts';
import { langOfText } from '../text/lang-of-text.ts';
import { renderErrorList, type TicketError } from '../ticket/error-list.ts';
import { excerptOf } from './excerpt.ts';
import { fill } from './explain-result.ts';
import { sayFilter, sayLines, summarise } from './incident-words.ts';
import type { Place } from './load-files.ts';
import { make } from './result-row.ts';
import { type Row, rowsOfResults } from './rows.ts';
import { incidents as limits } from './tuning.ts';
import type { Words } from './words.ts';

export { createMarker } from './mark-matches.ts';

/** What the rows of a text need. */
export interface Context {
  text: string;
  /** Short links of the codes found, below `/c/`, by catalog and code. */
  shortLinks: ReadonlyMap<string, string>;
  place: Place;
  words: Words;
}

/** Returns the rows of the errors, in the order of the text; of one error the rows of its results. */
export function rowsOfAnswer({ incidents, results }: TextAnswer, context: Context): Row[] {
  const { text } = context;
  const brief = incidents.length > limits.detailed;
  const rows = rowsOfResults(results, context.place);
  if (incidents.length < 2) {
    const [only] = incidents;
    const [first] = rows;
    // Of a short text the reader sees at once where it is.
    const isLong = text.trim().length > limits.obvious || text.trim().includes('\n');
    if (only?.result && first?.result?.code === only.result.code && isLong)
      first.found = renderFound(only, context);
    return rows;
  }
  const isOnItsOwn = rows[0]?.result?.line !== undefined;
  const own = isOnItsOwn ? [...rows] : [];
  const all = incidents.flatMap((incident): Row[] => {
    const { unknown } = incident;
    const found = renderFound(brief ? { ...incident, lines: [incident.line] } : incident, context);
    if (unknown) {
      return [{ href: '', item: renderUnknown(incident, unknown, found, context, isOnItsOwn) }];
    }
    const row = own.shift();
    return row ? [{ ...row, found }] : [];
  });
  return isOnItsOwn ? all : [...all, ...rows];
}

/** Whether the rows of a text are a compact list, as of a log. */
export const isCompact = ({ incidents }: TextAnswer) => incidents.length > limits.detailed;

/** Returns the errors of a text as a list for a ticket; of the text it has codes and lines only. */
export function ticketOf({ incidents }: TextAnswer, { shortLinks, place, words }: Context): string {
  const { say } = words;
  const site = place.site ?? new URL(place.base, location.href).href;
  const rows = rowsOfResults(
    incidents.flatMap(({ result }) => result ?? []),
    place,
  );
  return renderErrorList(
    incidents.map((incident): TicketError => {
      const { result, unknown, count } = incident;
      const lines = [
        ...(count > 1 ? [fillTemplate(say['times'], { count })] : []),
        sayLines(incident, say),
      ];
      if (!result) {
        return {
          code: (unknown?.code ?? '').slice(0, 80),
          details: [say['ticketUnknown'], ...lines],
        };
      }
      const { statuses = [], message } = rows.shift()?.shows ?? {};
      const { catalog, code, case: id } = result;
      const status = statuses.length > 0 ? [`HTTP ${statuses.join(say['comma'])}`] : [];
      return {
        code,
        details: [...status, ...(message === undefined ? [] : [message]), ...lines],
        link: `${site}c/${shortLinks.get(`${catalog} ${code}`)}${id === undefined ? '' : `#${id}`}`,
      };
    }),
  );
}

/** Hides the summary of an earlier text. */
export function hideSummary(root: HTMLElement): void {
  const box = root.querySelector<HTMLElement>('.summary');
  if (box) box.hidden = true;
}

/**
 * Shows the summary of several errors above the list, with the button that copies them, and that a
 * text was too long.
 *
 * @returns The summary; '' of one error.
 */
export function showSummary(root: HTMLElement, answer: TextAnswer, context: Context): string {
  const box = root.querySelector<HTMLElement>('.summary') ?? make('div', 'says summary');
  if (!box.isConnected) root.querySelector('[role=listbox]')?.before(box);
  const { say } = context.words;
  const isSeveral = answer.incidents.length > 1;
  const summary = isSeveral ? summarise(answer, document.documentElement.lang, say) : '';
  const parts: HTMLElement[] = [];
  if (summary !== '') {
    const button = make('button', 'quiet');
    button.type = 'button';
    button.append(make('span', '', say['copyAll']));
    button.dataset['copy'] = ticketOf(answer, context);
    parts.push(make('strong', '', summary), button);
  }
  if (answer.isTooLong) parts.push(make('p', '', say['tooLong']));
  box.hidden = parts.length === 0;
  box.replaceChildren(...parts);
  if (summary === '' || document.querySelector('[data-copy-words]')) return summary;
  // Other pages have no buttons that copy.
  const words = make('span', 'sr-only');
  words.role = 'status';
  Object.assign(words.dataset, { copyWords: '', yes: say['copied'], no: say['copyFailed'] });
  box.after(words);
  void import('../components/code-page/on-demand.ts');
  return summary;
}

/** Returns quotations of what the documents write about the prefix of an unknown code, with their places. */
function quoteNotes({ notes }: UnknownAnswer, { words, place }: Context): (string | Node)[] {
  return notes.flatMap(({ text, ...at }, index) => {
    const quote = make('q', '', text, langOfText(text));
    const { quoted, space } = words.say;
    return [...(index === 0 ? [quoted, space] : []), quote, ' ', renderPlace(at, place), ' '];
  });
}

type Note = UnknownAnswer['notes'][number];

function renderPlace(
  { catalog, variant, file, line }: Omit<Note, 'text'>,
  { base, locale }: Place,
): HTMLElement {
  const name = `${file.replace(/^.*\//, '')}:${line}`;
  // The offline file has no pages of sources.
  if (base.startsWith('#')) return make('span', '', name);
  const link = make('a', '', name);
  link.href = `${base}${locale}/sources/${catalog}/${variant}/#L${line}`;
  return link;
}

/** How often an error occurs, its lines, and its first place. The compact list shows the first line. */
function renderFound(incident: Incident, { text, words: { say } }: Context): HTMLElement {
  const { count, where } = incident;
  const found = make('span', 'found');
  if (count > 1) found.append(make('b', '', fillTemplate(say['times'], { count })), ' ');
  found.append(make('span', 'lines', sayLines(incident, say)), ' ');
  const { before, marked, after } = excerptOf(text, where);
  const pasted = make('span', 'pasted');
  pasted.append(before, make('mark', '', marked), after);
  found.append(pasted);
  return found;
}

/** An error whose code no document has: what is said of it, and links that are options too. */
function renderUnknown(
  incident: Incident,
  unknown: UnknownAnswer,
  found: HTMLElement,
  context: Context,
  withNear: boolean,
): HTMLLIElement {
  const {
    words: { say },
    place,
  } = context;
  const { base, locale } = place;
  const item = make('li', 'unknown');
  const code = unknown.code.slice(0, 80);
  item.role = 'presentation';
  Object.assign(item.dataset, { unknown: code, line: incident.line, count: incident.count });
  const option = <E extends HTMLElement>(element: E): E =>
    Object.assign(element, { role: 'option', ariaSelected: 'false' });
  const name = make('div');
  name.ariaDisabled = 'true';
  const head = make('span', 'head');
  for (const part of fill(say['unknown'], { code: [{ quote: code, lang: '' }] }))
    head.append(typeof part === 'string' ? part : make('span', 'code', part.quote));
  name.append(found, head);
  item.append(option(name));
  const links = withNear ? unknown.near.slice(0, limits.near) : [];
  if (links.length > 0) {
    const near = make('div', 'near', say['nearby']);
    near.role = 'presentation';
    for (const other of links) {
      const link = make('a', '', other.code);
      link.href = `${base}${locale}/${other.catalog}/${other.slug}/`;
      near.append(' ', option(link));
    }
    item.append(near);
  }
  for (const note of unknown.notes) {
    const place = renderPlace(note, context.place);
    const quote = make('q', '', note.text, langOfText(note.text));
    place.prepend(say['quoted'], say['space'], quote, ' ');
    place.className = 'note';
    item.append(option(place));
  }
  return item;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

/**
 * Returns what to show below an answer that needs no full text: the button that searches it, or
 * nothing; `undefined` for an answer that needs it.
 *
 * All that a filter asks for is listed. For an unknown code the full text would find the codes that
 * share its prefix.
 */
export function restOf(
  { unknownCode, filter, results, incidents }: TextAnswer,
  text: string,
): 'more' | false | undefined {
  if (incidents.length > 1 || unknownCode === text.trim()) return false;
  const isWhole = results[0]?.match === 'exact' || (filter && results.length > 0);
  return isWhole ? 'more' : undefined;
}

/**
 * Sets the sentence above results none of which is sure.
 *
 * @returns The messages to show with the rows that are listed.
 */
export function sayFound(
  root: HTMLElement,
  { unknownCode, filter, results, incidents }: TextAnswer,
  { size, sure }: { size: number; sure: boolean },
  context: Context,
): ('near' | 'none' | 'browse')[] {
  if (sure || incidents.length > 1) return [];
  const { say } = context.words;
  const lang = document.documentElement.lang;
  const [only] = incidents;
  const parts =
    unknownCode !== undefined
      ? [
          fillTemplate(say.unknown, { code: unknownCode.slice(0, 80) }),
          say.space,
          ...(only?.unknown ? quoteNotes(only.unknown, context) : []),
          size > 0 ? say.nearest : '',
        ]
      : [filter && results.length > 0 ? sayFilter(filter, results, lang, say) : say.unsure];
  root.querySelector('[data-say=near]')?.replaceChildren(...parts);
  if (size > 0) return ['near'];
  return [unknownCode === undefined ? 'none' : 'near', 'browse'];
}

/** What the page says when the whole search fails. */
const wholeTexts = new WeakMap<Element, string>();

/**
 * Sets the message above the button that tries again.
 *
 * @param words Of a search that lacks only a part.
 * @returns The message of the part, for the status; else ''.
 */
export function explainFailed(root: HTMLElement, words: Words | undefined): string {
  const note = words ? `${words.say.part} ` : '';
  const message = root.querySelector('[data-say=failed]');
  if (!message?.firstChild) return note;
  const whole = wholeTexts.get(message) ?? message.firstChild.textContent ?? '';
  wholeTexts.set(message, whole);
  message.firstChild.textContent = note || whole;
  return note;
}
