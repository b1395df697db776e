import { ui } from '../i18n.ts';
import type { Lang } from '../model/lang.ts';
import type { VariantReport } from '../model/registry.ts';

/** A date as YYYY-MM or YYYY-MM-DD in the reader's language; no locale of the machine is used. */
export function formatDate(date: string, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number);
  return formats[lang][day ? 'day' : 'month'].format(
    Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1),
  );
}

const formatsOf = (lang: Lang) => {
  const month: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return {
    month: new Intl.DateTimeFormat(lang, month),
    day: new Intl.DateTimeFormat(lang, { ...month, day: 'numeric' }),
  };
};
/** Made once: each page has dates, and making a format takes longer than rendering the footer. */
const formats = { en: formatsOf('en'), 'zh-CN': formatsOf('zh-CN') } satisfies Record<Lang, object>;

/** Returns the newest date of some documents: that of the revision, else the day it was seen. */
export function newestDate(
  variants: readonly Pick<VariantReport, 'revision' | 'seen'>[],
): string | undefined {
  return variants
    .flatMap(({ revision, seen }) => revision ?? seen ?? [])
    .sort()
    .at(-1);
}

/** The revision of a variant in words: its date, or that it has none. */
export function revisionOf(variant: VariantReport, lang: Lang): string {
  if (variant.revision) return formatDate(variant.revision, lang);
  const t = ui(lang);
  return variant.seen
    ? t('sources.seen', { date: formatDate(variant.seen, lang) })
    : t('sources.undated');
}
