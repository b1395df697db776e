/** A former page name of a code leads to its page. */
import type { APIRoute } from 'astro';
import { describePage } from '~/data/describe';
import { allCodesOf, type CatalogData } from '~/data/queries';
import { catalogPaths } from '~/data/static-paths';
import { codeUrl, url } from '~/data/urls';
import type { Code } from '~/model/case';
import { langOf } from '~/model/lang';
import { renderChoicePage } from '~/redirects/choice-page';

export const getStaticPaths = () =>
  catalogPaths(({ id }) =>
    allCodesOf(id).flatMap((code) =>
      (code.former ?? [])
        .filter(({ slug }) => slug !== code.slug)
        .map(({ slug }) => ({ params: { former: slug }, props: { code } })),
    ),
  );

export const GET: APIRoute<{ code: Code; catalog: CatalogData }> = ({ params, props, site }) => {
  const { code, catalog } = props;
  const { locale, former } = params;
  return renderChoicePage({
    ...describePage(code, catalog),
    // The address names a language already.
    destinations: [{ href: { [langOf(locale)]: codeUrl(locale ?? 'en', code) } }],
    path: url(locale, catalog.id, former),
    site,
    indexed: false,
    asks: 'never',
  });
};
