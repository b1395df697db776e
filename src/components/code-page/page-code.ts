import { type CatalogData, catalogOf, codeOf } from '~/data/site';
import { type Locale, langOf } from '~/model/lang';
import type { Code } from '../../model/case.ts';
import type { Lang } from '../../model/lang.ts';

/** The code whose page is being rendered, its catalog, and the interface's language. */
export async function pageCode(astro: {
  locals: App.Locals;
}): Promise<{ code: Code; catalog: CatalogData; locale: Locale; lang: Lang }> {
  const { entry, locale } = astro.locals.starlightRoute;
  const { catalog, code } = entry.data;
  if (!catalog || !code)
    throw new Error(`${entry.id} is not the page of a code: its front matter has none.`);
  return {
    code: await codeOf(catalog, code),
    catalog: await catalogOf(catalog),
    locale: (locale ?? 'en') as Locale,
    lang: langOf(locale),
  };
}
