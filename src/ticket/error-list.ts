/** The errors of a text as a list for a ticket. */
import { escapeMarkdown, oneLine } from '../text/escape-ticket.ts';

/** An error of the list. */
export interface TicketError {
  code: string;
  /** Status, message, count and lines, in the reader's language. */
  details: string[];
  /** Address of its case; absent for a code that no document has. */
  link?: string;
}

/**
 * Returns a CommonMark list: an item for each error, its link on a line of its own.
 *
 * @example
 *   renderErrorList([{ code: 'APIG.0203', details: ['HTTP 504', 'line 3'], link: 'https://…' }])
 *   // - **APIG.0203** · HTTP 504 · line 3\
 *   //   https://…
 */
export function renderErrorList(errors: readonly TicketError[]): string {
  const items = errors.map(({ code, details, link }) => {
    const title = `**${escapeMarkdown(oneLine(code))}**`;
    const rest = details.map((detail) => ` · ${escapeMarkdown(oneLine(detail))}`).join('');
    // A backslash at the end of a line is a hard line break in CommonMark.
    return `- ${title}${rest}${link === undefined ? '' : `\\\n  ${link}`}`;
  });
  return `${items.join('\n')}\n`;
}
