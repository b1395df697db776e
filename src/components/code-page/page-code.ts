import { catalogOf, codeOf } from '~/data/queries';
import { type Locale, langOf } from '~/model/lang';

/** The code whose page is being rendered, its catalog, and the interface's language. */
export function pageCode(astro: { locals: App.Locals }) {
  const { entry, locale } = astro.locals.starlightRoute;
  const { catalog, code } = entry.data;
  if (!catalog || !code)
    throw new Error(`${entry.id} is not the page of a code: its front matter has none.`);
  return {
    code: codeOf(catalog, code),
    catalog: catalogOf(catalog),
    locale: (locale ?? 'en') as Locale,
    lang: langOf(locale),
  };
}
