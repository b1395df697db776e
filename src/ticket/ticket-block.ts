/** The block that is pasted into a ticket: what a case means, in both languages, and who says so. */

import type { Lang } from '../model/lang.ts';
import { textFields } from '../model/terms.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { escapeMarkdown, oneLine } from '../text/escape-ticket.ts';
import { listNames } from '../text/list-names.ts';

/** What a block says. Texts are those of the newest document of each language. */
export interface Ticket {
  code: string;
  status?: string;
  message?: string;
  texts: { lang: Lang; description?: string; solution?: string }[];
  /** What a document lost here, in the reader's language: who reads the ticket cannot know it. */
  notes?: string[];
  /** Publisher and edition of each document that is quoted, in the reader's language. */
  editions: string[];
  /** Address that is pinned to one of these documents. */
  link: string;
}

/** The same block for three kinds of places. */
export interface TicketBlock {
  markdown: string;
  plain: string;
  html: string;
}

/** Labels of the lines; a text has those of its own language. */
const labels: Record<Lang, Record<'description' | 'solution' | 'source' | 'note', string>> = {
  en: {
    description: 'Meaning: ',
    solution: 'What to do: ',
    source: 'Source: ',
    note: 'Note: ',
  },
  'zh-CN': { description: '含义：', solution: '解决方案：', source: '来源：', note: '注：' },
};

/**
 * Renders the block: the reader's language first, sources in the same order.
 *
 * @example
 *   renderTicket(ticket, 'en').plain
 *   // APIG.0201 · HTTP 413 · Request entity too large.
 *   // Meaning: The request body exceeds 12 MB.
 *   // What to do: Reduce the size of the request body.
 *   // 含义：请求body过大(大于12M)
 *   // 解决方案：减小请求body大小。
 *   // Source: Open Telekom Cloud 2024-12, 华为云网页版
 *   // https://…/c/APIG.0201/?variant=otc-2024-12#413-request-entity-too-large
 */
export function renderTicket(ticket: Ticket, lang: Lang): TicketBlock {
  const title = [ticket.status && `HTTP ${ticket.status}`, ticket.message]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => ` · ${oneLine(part as string)}`)
    .join('');
  const texts = ticket.texts
    .toSorted((a, b) => Number(b.lang === lang) - Number(a.lang === lang))
    .flatMap(({ lang: own, ...fields }) =>
      textFields.flatMap((field) => {
        const text = oneLine(fields[field] ?? '');
        return text === '' ? [] : [{ own, line: `${labels[own][field]}${text}` }];
      }),
    );
  const source = `${labels[lang].source}${listNames(ticket.editions.map(oneLine), lang)}`;
  const notes = (ticket.notes ?? []).map((note) => `${labels[lang].note}${oneLine(note)}`);
  const code = oneLine(ticket.code);
  const lines = [...texts.map(({ line }) => line), ...notes, source];
  return {
    plain: [`${code}${title}`, ...lines, ticket.link].join('\n'),
    markdown: [
      `**${escapeMarkdown(code)}**${escapeMarkdown(title)}`,
      ...lines.map(escapeMarkdown),
      ticket.link,
      // A backslash at the end of a line is a hard line break in CommonMark.
    ].join('\\\n'),
    html: `<p>${[
      `<b>${escapeHtml(code)}</b>${escapeHtml(title)}`,
      ...texts.map(({ own, line }) => `<span lang="${own}">${escapeHtml(line)}</span>`),
      ...notes.map(escapeHtml),
      escapeHtml(source),
      `<a href="${escapeHtml(ticket.link)}">${escapeHtml(ticket.link)}</a>`,
    ].join('<br>\n')}</p>`,
  };
}
