/**
 * Links that are pinned to a document, `?variant=otc-2023-10`: each case that the link is about shows
 * the text of that document, and how it has changed since. The texts are those of the case's table.
 */
import { fillTemplate } from '../../text/fill-template.ts';
import './late-styles.ts';

/**
 * Shows the texts of a document.
 *
 * @param id The `variant` of the address: any text.
 * @param template Words and the names of the catalog's documents.
 */
export function showPinned(id: string, template: HTMLTemplateElement): void {
  const name = [...template.content.querySelectorAll<HTMLElement>('[data-document]')].find(
    (item) => item.dataset['document'] === id,
  )?.textContent;
  const cases = [...document.querySelectorAll<HTMLElement>('section.case')];
  if (name === undefined) {
    // The name from the address is shown as text, and only if it looks like one.
    const shown = /^[\w.-]{1,64}$/.test(id) ? id : '?';
    const note = box('unknown');
    note.append(line('strong', say(template, 'unknown', shown)), unpin(template));
    pageTitle().after(note);
    return;
  }
  const target = cases.filter((section) => section.contains(targetOf(location.hash)));
  const having = cases.filter((section) => rowOf(section, id) !== null);
  const chosen = target.length > 0 ? target : having;
  for (const section of chosen) {
    const row = rowOf(section, id);
    const note = box(row === null ? 'absent' : stateOf(row));
    if (row === null) note.append(line('strong', say(template, 'absent', name)));
    else note.append(...quote(row, template, name));
    note.append(unpin(template));
    (section.querySelector('.pair > h2') ?? section.firstElementChild)?.after(note);
  }
  if (chosen.length === 0) {
    const note = box('absent');
    note.append(line('strong', say(template, 'absent', name)), unpin(template));
    pageTitle().after(note);
  }
}

const pageTitle = () => document.querySelector('.code-title') ?? document.body;

function targetOf(hash: string): Element | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

function rowOf(section: HTMLElement, id: string): HTMLTableRowElement | null {
  return (
    [...section.querySelectorAll<HTMLTableRowElement>('.matrix tr[data-document]')].find(
      (row) => row.dataset['document'] === id,
    ) ?? null
  );
}

function stateOf(row: HTMLTableRowElement): 'gone' | 'changed' | 'same' {
  if (row.dataset['gone'] !== undefined) return 'gone';
  return row.querySelector('[data-since]') === null ? 'same' : 'changed';
}

/** The texts of the document under the headings of the table, each with its changes. */
function quote(row: HTMLTableRowElement, template: HTMLTemplateElement, name: string): Node[] {
  const headings = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])].slice(1);
  const list = document.createElement('dl');
  list.className = 'says';
  for (const [index, cell] of [...row.querySelectorAll<HTMLElement>('td[data-field]')].entries()) {
    const text = cell.querySelector('[lang]:not(template, .source *), .empty');
    if (text === null) continue;
    const value = document.createElement('dd');
    value.append(text.cloneNode(true));
    const diff = cell.querySelector<HTMLTemplateElement>('template[data-since]');
    if (diff !== null) {
      const runs = line('div', '', 'runs');
      runs.lang = diff.lang;
      runs.append(diff.content.cloneNode(true));
      value.append(line('span', template.dataset['diff'] ?? '', 'diff-word'), runs);
    }
    list.append(line('dt', headings[index]?.textContent ?? ''), value);
  }
  return [
    line('strong', say(template, 'title', name)),
    line('p', say(template, stateOf(row), name), 'state'),
    list,
  ];
}

function box(state: string): HTMLElement {
  const note = document.createElement('aside');
  note.className = 'pinned';
  note.dataset['state'] = state;
  return note;
}

function line(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}

function say(template: HTMLTemplateElement, key: string, name: string): string {
  return fillTemplate(template.dataset[key] ?? '', { name });
}

function unpin(template: HTMLTemplateElement): HTMLElement {
  const link = document.createElement('a');
  link.href = `${location.pathname}${location.hash}`;
  link.textContent = template.dataset['unpin'] ?? '';
  link.className = 'unpin';
  return link;
}
