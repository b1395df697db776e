/** The list of results: a listbox that the text field drives (WAI-ARIA: listbox, activedescendant). */
import { type Row, renderRow } from './result-row.ts';
import { fill } from './say-why.ts';
import type { Words } from './words.ts';

/** So many rows are shown at once; the rest follows when the page has time. */
const rowsAtOnce = 20;

export class ResultList {
  readonly #box: HTMLElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  #rows: Row[] = [];
  #active = -1;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, field: HTMLTextAreaElement) {
    this.#box = root.querySelector('[data-results]') as HTMLElement;
    this.#list = root.querySelector('[role=listbox]') as HTMLElement;
    this.#status = root.querySelector('[role=status]') as HTMLElement;
    this.#field = field;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Whether the best result is more than a guess. */
  get sure(): boolean {
    const match = this.#rows[0]?.result?.match;
    return match !== undefined && match !== 'guess';
  }

  /** For people, style sheets and other programs: `empty`, `busy` or `done`. */
  set state(state: 'empty' | 'busy' | 'done') {
    this.#box.dataset['state'] = state;
    this.#list.ariaBusy = String(state === 'busy');
  }

  has(catalog: string, code: string): boolean {
    return this.#rows.some(({ result }) => result?.catalog === catalog && result.code === code);
  }

  clear(): void {
    this.#replace([], undefined);
  }

  /** Show these rows instead of those before. */
  show(rows: Row[], words: Words): void {
    this.#replace(rows, words);
  }

  /** Put rows after those that are there. */
  add(rows: Row[], words: Words): void {
    const from = this.#rows.length;
    this.#rows.push(...rows);
    this.#append(from, words, rowsAtOnce);
  }

  #replace(rows: Row[], words: Words | undefined): void {
    clearTimeout(this.#rest);
    this.#rows = rows;
    this.#activate(-1);
    this.#list.replaceChildren();
    this.#append(0, words, rowsAtOnce);
  }

  #append(from: number, words: Words | undefined, most: number): void {
    const to = Math.min(this.#rows.length, from + most);
    if (words) {
      const rows = this.#rows
        .slice(from, to)
        .map((row, index) => renderRow(row, this.#idOf(from + index), words));
      this.#list.append(...rows);
    }
    this.#list.hidden = this.#rows.length === 0;
    clearTimeout(this.#rest);
    if (to < this.#rows.length) this.#rest = setTimeout(() => this.#append(to, words, 200), 0);
  }

  /** Say how many results there are; '' says nothing. */
  count(say: Words['say'] | ''): void {
    if (say === '') {
      this.#status.textContent = '';
      return;
    }
    const plural = new Intl.PluralRules(document.documentElement.lang);
    const form = this.size === 0 ? 'none' : plural.select(this.size) === 'one' ? 'one' : 'other';
    this.#status.textContent = fill(say[`count_${form}`], { count: this.size }).join('');
  }

  /** Choose the next or previous row. @returns Whether there was one to choose. */
  move(step: 1 | -1): boolean {
    // In a text of several lines the arrows move in it until a row is chosen.
    const { value, selectionEnd } = this.#field;
    if (this.size === 0) return false;
    if (this.#active < 0 && (step < 0 || value.indexOf('\n', selectionEnd) >= 0)) return false;
    this.#activate(Math.min(this.#active + step, this.size - 1));
    return true;
  }

  /** Choose no row. @returns Whether one was chosen. */
  leave(): boolean {
    const chosen = this.#active >= 0;
    this.#activate(-1);
    return chosen;
  }

  /** Open the chosen row, else the first; if that is a guess, choose it. */
  open(): void {
    const sure = this.#rows[0]?.result && this.#rows[0].result.match !== 'guess';
    if (this.#active < 0 && !sure) this.#activate(this.size > 0 ? 0 : -1);
    else this.#linkAt(Math.max(this.#active, 0))?.click();
  }

  #idOf(index: number): string {
    return `${this.#list.id}-${index}`;
  }

  #linkAt(index: number): HTMLElement | null {
    return document.getElementById(this.#idOf(index));
  }

  #activate(index: number): void {
    const before = this.#linkAt(this.#active);
    if (before) before.ariaSelected = 'false';
    this.#active = index;
    const link = index < 0 ? null : this.#linkAt(index);
    if (!link) {
      this.#field.removeAttribute('aria-activedescendant');
      return;
    }
    link.ariaSelected = 'true';
    link.scrollIntoView({ block: 'nearest' });
    this.#field.setAttribute('aria-activedescendant', link.id);
  }
}
