/** The languages of the documents and of the interface. Without zod, so that the browser can import it. */

/** BCP 47 tags of the languages that documents are written in, in the order in which they are shown. */
export const languages = ['en', 'zh-CN'] as const;
export type Lang = (typeof languages)[number];

/** The first path segment of each language's pages. */
export const localeOf = { en: 'en', 'zh-CN': 'zh-cn' } as const satisfies Record<Lang, string>;
export type Locale = (typeof localeOf)[Lang];

export const locales: readonly Locale[] = languages.map((lang) => localeOf[lang]);

/** The language of a locale's interface; English where there is none, as on the page for unknown addresses. */
export function langOf(locale: string | undefined): Lang {
  return locale === 'zh-cn' ? 'zh-CN' : 'en';
}

/** Returns the languages in a reader's order: their own first. */
export const ownFirst = (own: Lang): Lang[] => [own, ...languages.filter((lang) => lang !== own)];
