/** Filters the rows of a page; the filter is in the address: `?severity=content&q=token`. */

interface Row {
  element: HTMLElement;
  /** The row's text, NFKC, lower case. */
  text: string;
}

/** The cases of a code, or a row that is shown by itself. */
interface Item {
  element: HTMLElement;
  rows: Row[];
}

/** Limit of a text in the address, which is for sharing a view, not for pasted texts. */
const maxText = 80;

const form = document.querySelector<HTMLFormElement>('form[data-filter]');
if (form) startFilter(form);

function startFilter(form: HTMLFormElement): void {
  const fields = [...form.querySelectorAll<HTMLInputElement>('[name]')];
  const textField = fields.find(({ type }) => type === 'search');
  const groups = [...new Set(fields.map(({ name }) => name))].filter(
    (name) => name !== textField?.name,
  );
  const output = form.querySelector('output');
  const reset = form.querySelector<HTMLElement>('[type=reset]');
  const counts: Record<string, string> = JSON.parse(form.dataset['counts'] ?? '{}');
  const plural = new Intl.PluralRules(document.documentElement.lang);
  let items: Item[] | undefined;

  const chosen = (group: string) =>
    fields.filter((field) => field.name === group && field.checked).map(({ value }) => value);

  const apply = () => {
    items ??= readItems();
    const wanted = groups
      .map((group) => [group, new Set(chosen(group))] as const)
      .filter(([, values]) => values.size > 0);
    const words = fold(textField?.value ?? '')
      .split(' ')
      .filter((word) => word !== '');
    const fits = ({ element, text }: Row) =>
      wanted.every(([group, values]) =>
        (element.dataset[group] ?? '').split(' ').some((value) => values.has(value)),
      ) && words.every((word) => text.includes(word));
    let count = 0;
    const sections = new Map<HTMLElement | null, number>();
    for (const item of items) {
      const fitting = item.rows.filter(fits);
      showRows(item, fitting);
      if (fitting.length > 0) count += 1;
      const section = item.element.closest<HTMLElement>('[data-filtered]');
      sections.set(section, (sections.get(section) ?? 0) + Number(fitting.length > 0));
    }
    for (const [section, fitting] of sections) {
      if (section) section.hidden = fitting === 0;
      const shown = section?.querySelector('h2 .n');
      if (shown) shown.textContent = String(fitting);
    }
    if (output) {
      const text = textField?.value.trim().slice(0, maxText) ?? '';
      const key =
        count > 0
          ? plural.select(count)
          : text !== '' && wanted.length === 0 && 'noneWith' in counts
            ? 'noneWith'
            : 'none';
      // Without an import the script is part of the page. A function: a text may have `$&`.
      output.textContent = (counts[key] ?? '')
        .replace('{{count}}', `${count}`)
        .replace('{{all}}', `${items.length}`)
        .replace('{{text}}', () => text);
    }
    if (reset) reset.hidden = wanted.length === 0 && words.length === 0;
  };

  const writeAddress = () => {
    const address = new URL(location.href);
    const set = (name: string, value: string) => {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    };
    for (const group of groups) set(group, chosen(group).join(','));
    if (textField) set(textField.name, textField.value.trim().slice(0, maxText));
    // Replaced: a new entry in the browser's history for each letter would be in the way.
    history.replaceState(history.state, '', address.href.replaceAll('%2C', ','));
  };

  /** Sets the fields from the address. Returns whether it asks for a filter. */
  const readAddress = () => {
    const { searchParams } = new URL(location.href);
    for (const field of fields) {
      const value = searchParams.get(field.name) ?? '';
      if (field === textField) field.value = value;
      else field.checked = value.split(',').includes(field.value);
    }
    return fields.some((field) => (field === textField ? field.value !== '' : field.checked));
  };

  if (readAddress()) apply();
  delete document.documentElement.dataset['asked'];
  // A link to a row that the filter hides shows the row.
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (target?.hidden) {
    target.hidden = false;
    target.closest<HTMLElement>('[data-filtered]')?.removeAttribute('hidden');
    target.scrollIntoView();
  }
  const change = () => {
    apply();
    writeAddress();
  };
  form.addEventListener('input', change);
  form.addEventListener('reset', () => {
    setTimeout(change);
    // The button is hidden next, and would take the focus with it.
    textField?.focus();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => {
    readAddress();
    apply();
  });
}

/** Reads the rows, the cases of a code together; done once, as the catalog may have thousands. */
function readItems(): Item[] {
  const rows = document.querySelectorAll<HTMLElement>(
    '[data-filtered] :is([data-fingerprint], [data-mark])',
  );
  const items = Map.groupBy(rows, (row) => row.closest<HTMLElement>('table.codes tbody') ?? row);
  return [...items].map(([element, own]) => ({
    element,
    rows: own.map((row) => ({
      element: row,
      text: fold(`${row.dataset['code'] ?? ''} ${textOf(row)}`),
    })),
  }));
}

/** The words of a row, without the YAML to copy. */
function textOf(row: HTMLElement): string {
  return [...row.querySelectorAll('pre')].reduce(
    (text, { textContent }) => text.replace(textContent, () => ''),
    row.textContent,
  );
}

/** Shows some rows of an item. A code's name moves to the first of them. */
function showRows({ element, rows }: Item, fitting: Row[]): void {
  element.hidden = fitting.length === 0;
  const [first] = fitting;
  if (!first || rows.length === 1) return;
  const shown = new Set(fitting);
  for (const row of rows) row.element.hidden = !shown.has(row);
  const heading = element.querySelector('th');
  if (!heading) return;
  if (heading.parentElement !== first.element) first.element.prepend(heading);
  heading.rowSpan = fitting.length;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
