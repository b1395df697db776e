import type { Lang } from '../../model/lang.ts';
import type { Ticket } from '../../ticket/ticket-block.ts';

/**
 * Reads the content of a ticket block from the section of a case.
 *
 * @param lang The reader's language: the link is pinned to its document, if there is one.
 */
export function readTicket(section: HTMLElement, lang: Lang): Ticket {
  const heading = section.querySelector('.pair > h2');
  const status = heading?.querySelector('code')?.textContent ?? '';
  const message = [...(heading?.childNodes ?? [])]
    .filter((node) => node.nodeName !== 'CODE')
    .map((node) => node.textContent ?? '')
    .join('')
    .trim();
  const editions = [...section.querySelectorAll<HTMLElement>('.edition[data-variant]')];
  const pinned = editions.find(({ dataset }) => dataset['lang'] === lang) ?? editions[0];
  return {
    code: section.dataset['code'] ?? '',
    ...(status === '' ? {} : { status }),
    ...(message === '' ? {} : { message }),
    texts: editions.map((edition) => ({
      lang: edition.dataset['lang'] === 'zh-CN' ? 'zh-CN' : 'en',
      description: textOf(edition, 'description'),
      solution: textOf(edition, 'solution'),
    })),
    notes: [...section.querySelectorAll('.pair > .defect p')].map((note) => note.textContent ?? ''),
    editions: editions.map(({ dataset }) => dataset['name'] ?? ''),
    link: shortLink(section, pinned?.dataset['variant']),
  };
}

/** The text of a field; paragraphs and list items are kept apart by a space. */
function textOf(edition: HTMLElement, field: string): string {
  const cell = edition.querySelector(`dd[data-field="${field}"]`);
  if (cell === null) return '';
  const blocks = [...cell.querySelectorAll('p, li, pre')].filter(
    (block) => block.querySelector('p, li, pre') === null,
  );
  return (blocks.length > 0 ? blocks : [cell]).map((block) => block.textContent ?? '').join(' ');
}

/** The case's language-neutral address, pinned to a document. */
function shortLink(section: HTMLElement, variant: string | undefined): string {
  const link = new URL(section.dataset['short'] ?? '', location.href);
  if (variant !== undefined) link.searchParams.set('variant', variant);
  link.hash = section.dataset['case'] ?? '';
  return link.href;
}
