import { renderTicket, type TicketBlock } from '../../ticket/ticket-block.ts';
import { type Context, langs, variantOf } from './context.ts';
import type { FileCode } from './packed.ts';

/** The block for a ticket: the newest text of each language, linked to the case on the site. */
export function ticketOf(
  context: Context,
  code: FileCode,
  item: FileCode['cases'][number],
): TicketBlock {
  const newest = item.entries[0];
  const quoted = langs.flatMap((lang) => {
    const entry = item.entries.find(
      ({ variant }) => variantOf(context, code.catalog, variant)?.lang === lang,
    );
    return entry ? [{ lang, entry }] : [];
  });
  const name = /^[A-Za-z0-9._~-]+$/.test(code.code) ? code.code : code.slug;
  return renderTicket(
    {
      code: code.code,
      status: newest?.httpStatus?.plain ?? '',
      message: newest?.message?.plain ?? '',
      texts: quoted.map(({ lang, entry }) => ({
        lang,
        description: entry.description?.plain ?? '',
        solution: entry.solution?.plain ?? '',
      })),
      editions: quoted.map(
        ({ entry }) => variantOf(context, code.catalog, entry.variant)?.name[context.lang] ?? '',
      ),
      link: `${context.data.site}c/${name}/?variant=${newest?.variant ?? ''}#${item.id}`,
    },
    context.lang,
  );
}
