/** The list of results: a listbox that the text field drives (WAI-ARIA: listbox, activedescendant). */
import { fillTemplate } from '../text/fill-template.ts';
import { arrangeRows, showFilter } from './catalog-filter.ts';
import type { MarkMatches } from './mark-matches.ts';
import { renderRow } from './result-row.ts';
import type { Row } from './rows.ts';
import { rows as rowCounts } from './tuning.ts';
import type { Words } from './words.ts';

export class ResultList {
  readonly #box: HTMLElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #field: HTMLTextAreaElement;
  /** All rows, and those that are shown: of the chosen catalog, in groups. */
  #all: Row[] = [];
  #rows: Row[] = [];
  #words: Words | undefined;
  #catalog: string | undefined;
  /** Called when the reader chooses a catalog. */
  onChoose: (catalog: string | undefined) => void = () => {};
  /** What the arrow keys reach: a row has one option, that of an unknown code several. */
  #options: readonly HTMLElement[] = [];
  #active = -1;
  #mark: MarkMatches | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, field: HTMLTextAreaElement) {
    this.#box = root.querySelector('[data-results]') as HTMLElement;
    this.#list = root.querySelector('[role=listbox]') as HTMLElement;
    this.#status = root.querySelector('[role=status]') as HTMLElement;
    this.#field = field;
  }

  /** Number of all rows, whatever catalog is chosen. */
  get size(): number {
    return this.#all.length;
  }

  get catalog(): string | undefined {
    return this.#catalog;
  }

  /** Shows only the rows of one catalog, also of later texts; `undefined` shows all. */
  set catalog(catalog: string | undefined) {
    this.#catalog = catalog;
    this.#render();
  }

  /** Whether the best result is more than a guess; of several errors none is the best. */
  get sure(): boolean {
    const { match, line } = this.#all[0]?.result ?? {};
    return match !== undefined && match !== 'guess' && line === undefined;
  }

  /** Number of errors found in the text, for other programs. */
  set errors(count: number) {
    this.#box.dataset['incidents'] = String(count);
  }

  /** Whether each row is one line, as of a log. */
  set compact(isCompact: boolean) {
    this.#list.classList.toggle('compact', isCompact);
  }

  /** For people, style sheets and other programs: `empty`, `busy` or `done`. */
  set state(state: 'empty' | 'busy' | 'done') {
    this.#box.dataset['state'] = state;
    this.#list.ariaBusy = String(state === 'busy');
  }

  has(catalog: string, code: string): boolean {
    return this.#all.some(({ result }) => result?.catalog === catalog && result.code === code);
  }

  /** Replaces the rows. @param mark Marks the words of the query, also in rows added later. */
  show(rows: Row[], words: Words | undefined, mark?: MarkMatches): void {
    this.#mark = mark;
    this.#all = rows;
    this.#words = words;
    this.#render();
  }

  /** Appends rows. */
  add(rows: Row[], words: Words): void {
    const from = this.#rows.length;
    const isPlain = this.#rows.length === this.#all.length && this.#catalog === undefined;
    this.#all.push(...rows);
    this.#words = words;
    if (!isPlain || this.#all.length > rowCounts.ungrouped) {
      this.#render();
      return;
    }
    this.#rows.push(...rows);
    this.#showFilter();
    this.#append(from, words, rowCounts.first);
  }

  #render(): void {
    const words = this.#words;
    clearTimeout(this.#rest);
    // An address may name any.
    if (words && !Object.hasOwn(words.catalogs, this.#catalog ?? '')) this.#catalog = undefined;
    this.#rows = words ? arrangeRows(this.#all, this.#catalog, words) : [];
    this.#activate(-1);
    this.#list.replaceChildren();
    this.#options = [];
    this.#showFilter();
    this.#append(0, words, rowCounts.first);
  }

  #showFilter(): void {
    const choose = (catalog: string | undefined) => this.onChoose(catalog);
    if (this.#words) showFilter(this.#list, this.#all, this.#catalog, choose, this.#words);
  }

  #append(from: number, words: Words | undefined, count: number): void {
    const to = Math.min(this.#rows.length, from + count);
    if (words) {
      const rows = this.#rows
        .slice(from, to)
        .map((row) => row.item ?? renderRow(row, words, { isOption: true, mark: this.#mark }));
      this.#list.append(...rows);
      this.#options = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
      for (const [index, option] of this.#options.entries())
        option.id = `${this.#list.id}-${index}`;
    }
    this.#list.hidden = this.#rows.length === 0;
    clearTimeout(this.#rest);
    if (to < this.#rows.length)
      this.#rest = setTimeout(() => this.#append(to, words, rowCounts.later), 0);
  }

  /** Announces how many results there are, or a summary, and a note; '' announces nothing. */
  announce(say: Words['say'] | '', summary = '', note = ''): void {
    this.#status.textContent = note + (summary || (say && this.#sayCount(say)));
  }

  #sayCount(say: Words['say']): string {
    const plural = new Intl.PluralRules(document.documentElement.lang);
    const count = this.#catalog === undefined ? this.size : this.#rows.length;
    const form = count === 0 ? 'none' : plural.select(count) === 'one' ? 'one' : 'other';
    return fillTemplate(say[`count_${form}`], { count });
  }

  /** Selects the next or previous row. @returns Whether there was one. */
  move(step: 1 | -1): boolean {
    // In a text of several lines the arrows move the cursor until a row is selected.
    const { value, selectionEnd } = this.#field;
    if (this.#options.length === 0) return false;
    if (this.#active < 0 && (step < 0 || value.indexOf('\n', selectionEnd) >= 0)) return false;
    this.#activate(Math.min(this.#active + step, this.#options.length - 1));
    return true;
  }

  /** Selects no row. @returns Whether one was selected. */
  leave(): boolean {
    const selected = this.#active >= 0;
    this.#activate(-1);
    return selected;
  }

  /** Opens the selected row, else the first; if that is a guess, selects it. */
  open(): void {
    if (this.#active < 0 && !this.sure) this.#activate(this.size > 0 ? 0 : -1);
    else this.#options[Math.max(this.#active, 0)]?.click();
  }

  #activate(index: number): void {
    const before = this.#options[this.#active];
    if (before) before.ariaSelected = 'false';
    this.#active = index;
    const link = this.#options[index];
    if (!link) {
      this.#field.removeAttribute('aria-activedescendant');
      return;
    }
    link.ariaSelected = 'true';
    link.scrollIntoView({ block: 'nearest' });
    this.#field.setAttribute('aria-activedescendant', link.id);
  }
}
