/** Links pinned to a document (`?variant=otc-2023-10`): what it said of each case, and what changed; links to a case. */
import { fillTemplate } from '../../text/fill-template.ts';
import './late-styles.ts';

/**
 * Shows what a document says about the cases of a code.
 *
 * @param id The `variant` of the address: any text.
 * @param page The page of the code; in the offline file one of many.
 */
export function showPinned(
  id: string,
  template: HTMLTemplateElement,
  page: ParentNode = document,
): void {
  const name = [...template.content.querySelectorAll<HTMLElement>('[data-document]')].find(
    (item) => item.dataset['document'] === id,
  )?.textContent;
  const cases = [...page.querySelectorAll<HTMLElement>('section.case')];
  const title = page.querySelector('.code-top');
  if (name === undefined) {
    // The address may hold anything: shown as text, and only if it looks like an id.
    const shown = /^[\w.-]{1,64}$/.test(id) ? id : '?';
    const note = box('unknown');
    note.append(line('strong', say(template, 'unknown', shown)), unpin(template));
    title?.after(note);
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
    (section.querySelector('.case-head') ?? section.firstElementChild)?.after(note);
  }
  if (chosen.length === 0) {
    const note = box('absent');
    note.append(line('strong', say(template, 'absent', name)), unpin(template));
    title?.after(note);
  }
}

/**
 * Goes to the case that a link meant: with the full stop or the bracket of a sentence behind it, or in capitals. If
 * there is none among several, the page says so.
 */
export function landOnCase(template: HTMLTemplateElement): void {
  const wanted = decodeHash(location.hash);
  // It is there: the browser has only not gone there yet.
  if (document.getElementById(wanted) !== null) return;
  const plain = wanted.replace(/[^\p{L}\p{N}]+$/u, '');
  const id = [plain, plain.toLowerCase()].find((name) => document.getElementById(name) !== null);
  if (id !== undefined) {
    location.replace(`#${encodeURIComponent(id)}`);
    return;
  }
  if (document.querySelectorAll('section.case').length < 2) return;
  const note = box('unknown');
  const shown = plain.length > 64 ? `${plain.slice(0, 63)}…` : plain;
  note.append(line('strong', say(template, 'unknown', shown)));
  document.querySelector('.code-top')?.after(note);
}

/** The text of a fragment, decoded if it can be. */
function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

function targetOf(hash: string): Element | null {
  return document.getElementById(decodeHash(hash));
}

function rowOf(section: HTMLElement, id: string): HTMLTableRowElement | null {
  return (
    [...section.querySelectorAll<HTMLTableRowElement>('.matrix tr[data-document]')].find(
      (row) => row.dataset['document'] === id,
    ) ?? null
  );
}

/** Retired documents are not compared with the current ones. */
function stateOf(row: HTMLTableRowElement): 'retired' | 'gone' | 'changed' | 'same' {
  if (row.dataset['retired'] !== undefined) return 'retired';
  if (row.dataset['gone'] !== undefined) return 'gone';
  return row.querySelector('[data-since]') === null ? 'same' : 'changed';
}

/** One line about an unchanged text; of a changed one the changed fields, else all fields. */
function quote(row: HTMLTableRowElement, template: HTMLTemplateElement, name: string): Node[] {
  const state = stateOf(row);
  if (state === 'same') return [line('span', `✓ ${say(template, 'same', name)}`)];
  const headings = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])].slice(1);
  const list = document.createElement('dl');
  for (const [index, cell] of [...row.querySelectorAll<HTMLElement>('td[data-field]')].entries()) {
    const text = cell.querySelector('[lang]:not(template, .source *), .empty');
    const diff = cell.querySelector<HTMLTemplateElement>('template[data-since]');
    if (text === null || (state === 'changed' && diff === null)) continue;
    const value = document.createElement('dd');
    if (diff === null) value.append(text.cloneNode(true));
    else {
      const runs = line('div', '', 'diff');
      runs.lang = diff.lang;
      runs.append(diff.content.cloneNode(true));
      value.append(runs);
    }
    list.append(line('dt', headings[index]?.textContent ?? ''), value);
  }
  return [
    line('strong', say(template, 'title', name)),
    ...(state === 'retired' ? [] : [line('p', say(template, state, name), 'state')]),
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
