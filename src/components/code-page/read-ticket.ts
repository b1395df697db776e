import type { Lang } from '../../model/lang.ts';
import type { Ticket } from '../../ticket/ticket-block.ts';

/**
 * Reads the content of a ticket block from the section of a case.
 *
 * @param lang The reader's language: the link is pinned to its document, if there is one.
 */
export function readTicket(section: HTMLElement, lang: Lang): Ticket {
  const heading = section.querySelector('h2');
  const status = heading?.querySelector('.status')?.lastChild?.textContent ?? '';
  const message = heading?.querySelector('.message:not(.sr-only)')?.textContent?.trim() ?? '';
  const cells = [...section.querySelectorAll<HTMLElement>('.pair > [data-variant]')];
  const texts = (['en', 'zh-CN'] as const).map((own) => ({
    lang: own,
    description: textOf(cells, own, 'description'),
    solution: textOf(cells, own, 'solution'),
  }));
  // The reader's language first, as in the block.
  const ordered = cells.toSorted((a, b) => Number(isIn(b, lang)) - Number(isIn(a, lang)));
  return {
    code: section.dataset['code'] ?? '',
    ...(status === '' ? {} : { status }),
    ...(message === '' ? {} : { message }),
    texts,
    notes: [...section.querySelectorAll('.pair .lost')].map(
      (note) => note.textContent?.trim() ?? '',
    ),
    editions: [...new Set(ordered.map(({ dataset }) => dataset['name'] ?? ''))],
    link: shortLink(section, ordered[0]?.dataset['variant']),
  };
}

const isIn = (cell: HTMLElement, lang: Lang) => cell.dataset['lang'] === lang;

/** The text of a field; paragraphs and list items are kept apart by a space. */
function textOf(cells: HTMLElement[], lang: Lang, field: string): string {
  const cell = cells
    .filter((one) => isIn(one, lang))
    .map((one) => one.querySelector(`[data-field="${field}"]`))
    .find((found) => found !== null);
  if (!cell) return '';
  const blocks = [...cell.querySelectorAll('p, li, pre')].filter(
    (block) => block.querySelector('p, li, pre') === null,
  );
  return (blocks.length > 0 ? blocks : [cell]).map((block) => block.textContent ?? '').join(' ');
}

/** Returns the language-neutral address of a case, pinned to a document if one is given. */
export function shortLink(section: HTMLElement, variant?: string): string {
  const link = new URL(section.dataset['short'] ?? '', location.href);
  if (variant !== undefined) link.searchParams.set('variant', variant);
  link.hash = section.dataset['case'] ?? '';
  return link.href;
}
