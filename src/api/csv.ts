import type { Code } from '../model/case.ts';
import { casesOf } from '../model/case-label.ts';
import { type Lang, localeOf } from '../model/lang.ts';
import { renderCsv } from '../text/csv.ts';

const columns = [
  'catalog',
  'code',
  'case',
  'variant',
  'lang',
  'publisher',
  'httpStatus',
  'message',
  'description',
  'solution',
  'file',
  'line',
  'url',
  'aliases',
] as const;

/** Render codes as CSV for spreadsheets: one line a row of a document. */
export function renderCodesCsv(
  codes: Code[],
  variants: { id: string; lang: Lang; publisher: Record<Lang, string> }[],
  address: (path: string) => string,
): string {
  const byId = new Map(variants.map((variant) => [variant.id, variant]));
  const lines = codes.flatMap((code) =>
    casesOf(code).flatMap((item) =>
      item.entries.map((entry) => {
        const variant = byId.get(entry.variant);
        const lang = variant?.lang ?? 'en';
        return [
          code.catalog,
          code.code,
          item.id,
          entry.variant,
          lang,
          variant?.publisher[lang] ?? '',
          entry.httpStatus?.plain ?? '',
          entry.message?.plain ?? '',
          entry.description?.plain ?? '',
          entry.solution?.plain ?? '',
          entry.place.file,
          String(entry.place.line),
          address(`${localeOf[lang]}/${code.catalog}/${code.slug}/#${item.id}`),
          (entry.aliases ?? []).join(' '),
        ];
      }),
    ),
  );
  return renderCsv([columns, ...lines]);
}
