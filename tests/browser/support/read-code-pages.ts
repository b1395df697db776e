/** What the built code pages say, read from their HTML in a browser without rendering each one. */
import type { Page } from 'playwright-core';

export interface CodePage {
  path: string;
  /** Every id on the page. */
  ids: string[];
  /** Ids of the headings of the cases, in order. */
  headings: string[];
  /** The rows of "what every document says": field → text, white space folded. */
  rows: { variant: string; cells: Record<string, string> }[];
}

/**
 * Fetch pages from within a page of the site and take them apart.
 *
 * @param page Any page of the site.
 * @param paths Addresses within the site: "/en/apig/apig-0201/".
 * @throws When a page is not there.
 */
export function readCodePages(page: Page, paths: string[]): Promise<CodePage[]> {
  return page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(async (path) => {
          const response = await fetch(path);
          if (!response.ok) throw new Error(`${response.status} for ${path}`);
          const document = new DOMParser().parseFromString(await response.text(), 'text/html');
          const textOf = (cell: Element) => {
            const copy = cell.cloneNode(true) as Element;
            // The heading of the document's column is not part of the cell; an empty cell has a note.
            for (const part of copy.querySelectorAll('.source, .empty')) part.remove();
            for (const block of copy.querySelectorAll('p, li, br, pre')) block.append(' ');
            return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
          };
          return {
            path,
            ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
            headings: [...document.querySelectorAll('section.case h2')].map(({ id }) => id),
            rows: [...document.querySelectorAll('.matrix tr[data-document]')].map((row) => {
              const cells = [...row.querySelectorAll<HTMLElement>('[data-field]')];
              return {
                variant: (row as HTMLElement).dataset['document'] ?? '',
                cells: Object.fromEntries(
                  cells.map((cell) => [cell.dataset['field'] ?? '', textOf(cell)]),
                ),
              };
            }),
          };
        }),
      ),
    paths,
  );
}
