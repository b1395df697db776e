/** A page name that a code had before: leads on to the page it has now. */
import type { APIRoute } from 'astro';
import { describeWhole } from '~/data/describe';
import { allCodesOf, type CatalogData } from '~/data/site';
import { catalogPaths } from '~/data/static-paths';
import { codeUrl, url } from '~/data/urls';
import type { Code } from '~/model/case';
import { renderChoicePage } from '~/redirects/choice-page';

export const getStaticPaths = () =>
  catalogPaths(async ({ id }) =>
    (await allCodesOf(id)).flatMap((code) =>
      (code.former ?? [])
        .filter(({ slug }) => slug !== code.slug)
        .map(({ slug }) => ({ params: { former: slug }, props: { code } })),
    ),
  );

export const GET: APIRoute<{ code: Code; catalog: CatalogData }> = ({ params, props, site }) => {
  const { code, catalog } = props;
  const { locale, former } = params;
  return renderChoicePage({
    title: { en: code.code, zh: code.code },
    text: {
      en: describeWhole(code, catalog, 'en'),
      zh: describeWhole(code, catalog, 'zh-CN'),
    },
    // The address names a language already.
    destinations: [
      { href: locale === 'en' ? { en: codeUrl('en', code) } : { zh: codeUrl('zh-cn', code) } },
    ],
    path: url(locale, catalog.id, former),
    site,
    indexed: false,
    asks: false,
  });
};
