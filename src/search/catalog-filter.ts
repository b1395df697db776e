/** The catalogs of a list of results: buttons that choose one, and groups of a long list. */
import { append } from '../model/append.ts';
import { fillTemplate } from '../text/fill-template.ts';
import { make } from './result-row.ts';
import type { Row } from './rows.ts';
import { rows as limits } from './tuning.ts';
import type { Words } from './words.ts';

/** Called with the catalog that is chosen; `undefined` for all. */
type Choose = (catalog: string | undefined) => void;

/** Returns the number of rows of each catalog, in the order of the rows; rows without one count for none. */
export function countByCatalog(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { result } of rows)
    if (result) counts.set(result.catalog, (counts.get(result.catalog) ?? 0) + 1);
  return counts;
}

/**
 * Returns the rows to show: those of the chosen catalog; of a long list and of the codes with an HTTP
 * status, groups by catalog, each under a row with its name and count. Errors of a text are never
 * grouped.
 */
export function arrangeRows(
  rows: readonly Row[],
  chosen: string | undefined,
  { say, catalogs }: Words,
): Row[] {
  if (chosen !== undefined) return rows.filter(({ result }) => result?.catalog === chosen);
  const isOfErrors = rows.some(({ item, result }) => item || result?.line !== undefined);
  const byCatalog = new Map<string, Row[]>();
  for (const row of rows) if (row.result) append(byCatalog, row.result.catalog, row);
  const isLong = rows.length > limits.ungrouped;
  const isGrouped = byCatalog.size > 1 && (isLong || isOfStatus(rows));
  if (!isGrouped || isOfErrors) return [...rows];
  // All of a list that can be looked through; of a longer one the first rows of each catalog.
  const most =
    rows.length <= limits.whole
      ? rows.length
      : Math.max(1, Math.floor(limits.ungrouped / byCatalog.size));
  const groups = [...byCatalog].slice(0, limits.ungrouped).flatMap(([catalog, own]): Row[] => {
    const item = make('li', 'group');
    item.role = 'presentation';
    const number = make('span', 'count', fillTemplate(say['codes_other'], { count: own.length }));
    item.append(make('span', '', catalogs[catalog] ?? catalog), ' ', number);
    return [{ href: '', item }, ...own.slice(0, most)];
  });
  return [...groups, ...rows.filter(({ result }) => !result)];
}

/** Whether the text was an HTTP status: rows are guesses because of it. Hits of the full text may follow. */
function isOfStatus(all: readonly Row[]): boolean {
  const rows = all.filter(({ excerpt }) => !excerpt);
  return (
    rows.every(
      ({ result }) =>
        result?.match === 'guess' &&
        result.because.length > 0 &&
        result.because.every(({ kind }) => kind === 'status' || kind === 'code'),
    ) && rows.some(({ result }) => result?.because.some(({ kind }) => kind === 'status'))
  );
}

/** Shows the buttons above the list, if the rows are of several catalogs or one is chosen. */
export function showFilter(
  list: HTMLElement,
  rows: readonly Row[],
  chosen: string | undefined,
  choose: Choose,
  { say, catalogs }: Words,
): void {
  const known = list.parentElement?.querySelector<HTMLElement>('.by-catalog');
  const box = known ?? make('div', 'by-catalog');
  if (!known) list.before(box);
  const counts = countByCatalog(rows);
  if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
  const isUseful = rows.length > 0 && (counts.size > 1 || chosen !== undefined);
  box.hidden = !isUseful || Object.keys(catalogs).length < 2;
  if (box.hidden) return;
  box.role = 'group';
  box.ariaLabel = say['byCatalog'];
  const focused = [...box.children].indexOf(document.activeElement as Element);
  const all: [string | undefined, number][] = [[undefined, rows.length], ...counts];
  const buttons = all.map(([catalog, count]) => {
    const button = make('button');
    button.type = 'button';
    button.ariaPressed = String(catalog === chosen);
    const name = catalog === undefined ? say['allCatalogs'] : (catalogs[catalog] ?? catalog);
    button.append(make('span', '', name), ' ', make('span', 'count', String(count)));
    button.addEventListener('click', () => choose(catalog));
    return button;
  });
  box.replaceChildren(...buttons);
  buttons[focused]?.focus();
}
