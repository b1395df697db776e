/** `<catalog-filter>`: filters the table of codes as the reader types, and keeps the filter in the URL. */
import { type Filter, matches, type RowFacts } from './row-facts.ts';

interface Row extends RowFacts {
  element: HTMLTableRowElement;
}
interface CodeRows {
  body: HTMLTableSectionElement;
  family: HTMLElement | null;
  /** The cell with the code, in the first row that is shown. */
  heading: HTMLTableCellElement | null;
  rows: Row[];
}

/** The URL is for sharing a view, not for pasted texts. */
const longestText = 80;

class CatalogFilter extends HTMLElement {
  #form!: HTMLFormElement;
  #codes: CodeRows[] | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form || this.#form) return;
    this.#form = form;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#apply(true));
    form.addEventListener('reset', () => {
      setTimeout(() => this.#apply(true));
      // The button goes, and must not take the focus with it.
      form.querySelector('input')?.focus();
    });
    const address = new URLSearchParams(location.search);
    let asked = false;
    for (const field of this.#fields()) {
      const value = address.get(field.name);
      if (value === null) continue;
      field.value = value;
      asked ||= field.value !== '';
    }
    if (asked) this.#apply(false);
    delete document.documentElement.dataset['asked'];
  }

  #fields(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
  }

  #apply(remember: boolean): void {
    this.#codes ??= readTable((this.dataset['languages'] ?? '').split(' '), this.#documents());
    const entries = this.#fields().map(({ name, value }) => [name, value.trim()] as const);
    const filter: Filter = Object.fromEntries(entries.filter(([, value]) => value !== ''));
    let shown = 0;
    const families = new Map<HTMLElement, boolean>();
    for (const code of this.#codes) {
      const fitting = code.rows.filter((row) => matches(row, filter));
      showRows(code, fitting);
      if (fitting.length > 0) shown += 1;
      if (code.family) {
        families.set(code.family, fitting.length > 0 || families.get(code.family) === true);
      }
    }
    for (const [family, any] of families) family.hidden = !any;
    this.#say(shown, Object.keys(filter).length > 0);
    if (remember) rememberFilter(filter);
  }

  /** Ids of the documents in the order of the table's dots. */
  #documents(): string[] {
    const options = this.#form.querySelectorAll<HTMLOptionElement>('[name=document] option');
    return [...options].map(({ value }) => value).filter(Boolean);
  }

  #say(shown: number, filtered: boolean): void {
    const { one = '', other = '', none = '' } = JSON.parse(this.dataset['counts'] ?? '{}');
    const form = new Intl.PluralRules(document.documentElement.lang).select(shown);
    const text = shown === 0 ? none : form === 'one' ? one : other;
    const all = String(this.#codes?.length ?? 0);
    const output = this.querySelector('output');
    if (output) {
      output.textContent = text.replace('{{count}}', String(shown)).replace('{{all}}', all);
    }
    const reset = this.querySelector<HTMLElement>('[type=reset]');
    if (reset) reset.hidden = !filtered;
  }
}

/** What the table says of its rows; read once. */
function readTable(languages: string[], documents: string[]): CodeRows[] {
  return [...document.querySelectorAll<HTMLTableSectionElement>('table.codes tbody')].map(
    (body) => {
      const heading = body.querySelector('th');
      const code = heading?.textContent ?? '';
      const rows = [...body.rows].map((element): Row => {
        const dots = [...element.querySelectorAll('.documents .dot')];
        const has = dots.flatMap((dot, index) => (dot.classList.contains('off') ? [] : [index]));
        const severity = element.querySelector('.sev')?.classList;
        return {
          element,
          text: `${code} ${element.textContent}`.normalize('NFKC').toLowerCase(),
          status: element.querySelector('.status')?.textContent ?? '',
          documents: has.map((index) => documents[index] ?? ''),
          languages: [...new Set(has.map((index) => languages[index] ?? ''))],
          difference: [...(severity ?? [])].find((name) => name !== 'sev') ?? 'none',
        };
      });
      return { body, family: body.closest('section'), heading, rows };
    },
  );
}

/** Show some rows of a code; its name moves to the first of them. */
function showRows({ body, heading, rows }: CodeRows, fitting: Row[]): void {
  body.hidden = fitting.length === 0;
  if (fitting.length === 0) return;
  if (rows.length === 1) return;
  const shown = new Set(fitting);
  for (const row of rows) row.element.hidden = !shown.has(row);
  const first = fitting[0]?.element;
  if (!heading || !first) return;
  if (heading.parentElement !== first) first.prepend(heading);
  heading.rowSpan = fitting.length;
}

/** No entry in the browser's history for each letter. */
function rememberFilter(filter: Filter): void {
  const address = new URL(location.href);
  for (const name of ['text', 'status', 'document', 'difference', 'missing'] as const) {
    const value = filter[name]?.slice(0, longestText);
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, '', address);
}

customElements.define('catalog-filter', CatalogFilter);
