import type { Lang } from '../../scripts/ingest/model.ts';
import { type Context, langs, variantOf } from './context.ts';
import type { FileCode } from './packed.ts';

const heads: Record<Lang, string> = { en: 'EN  ', 'zh-CN': '中文 ' };

/** Characters that Markdown would take for markup. */
const escapeMarkdown = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, (mark) => `\\${mark}`);

/**
 * Render a case for a ticket, as Markdown: the reader's language first, then the other, the
 * documents and the address of the case on the site, pinned to the newest document.
 */
export function renderTicket(
  context: Context,
  code: FileCode,
  item: FileCode['cases'][number],
): string {
  const newest = item.entries[0];
  const quoted = langs
    .toSorted((a, b) => Number(b === context.lang) - Number(a === context.lang))
    .flatMap((lang) => {
      const entry = item.entries.find(
        ({ variant }) => variantOf(context, code.catalog, variant)?.lang === lang,
      );
      return entry ? [{ lang, entry }] : [];
    });
  const title = [
    newest?.httpStatus?.plain && `HTTP ${escapeMarkdown(newest.httpStatus.plain)}`,
    newest?.message?.plain && escapeMarkdown(newest.message.plain),
  ].filter(Boolean);
  const lines = quoted.map(({ lang, entry }) => {
    const parts = [entry.description?.plain, entry.solution?.plain].filter(Boolean);
    return `${heads[lang]}${parts.map((part) => escapeMarkdown(part ?? '')).join(' → ')}`;
  });
  const names = quoted.map(
    ({ entry }) => variantOf(context, code.catalog, entry.variant)?.name[context.lang] ?? '',
  );
  const name = /^[A-Za-z0-9._~-]+$/.test(code.code) ? code.code : code.slug;
  return [
    [`**${escapeMarkdown(code.code)}**`, ...title].join(' · '),
    ...lines,
    `${context.words['offline.app.source']}${names.join(context.lang === 'en' ? ', ' : '、')}`,
    `${context.data.site}c/${name}/?variant=${newest?.variant ?? ''}#${item.id}`,
  ].join('\n');
}
