/** Comparisons with retired documents, and histories of them: they lead to what there is instead. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type CatalogData, catalogOf } from '~/data/site';
import { url } from '~/data/urls';
import { ui } from '~/i18n';
import { renderChoicePage } from '~/redirects/choice-page';
import { gonePages } from '~/redirects/gone-pages';

export const getStaticPaths = (async () =>
  Promise.all(
    (await gonePages()).map(async ({ locale, catalog, rest }) => ({
      params: { locale, catalog, gone: rest },
      props: { catalog: await catalogOf(catalog) },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ catalog: CatalogData }> = ({ params, props: { catalog }, site }) => {
  const { locale, gone = '' } = params;
  const kind = gone.split('/')[0];
  const href = url(locale, catalog.id, kind);
  return renderChoicePage({
    title: { en: catalog.title.en, zh: catalog.title['zh-CN'] },
    text: { en: ui('en')('retired.document'), zh: ui('zh-CN')('retired.document') },
    // The address names a language already.
    destinations: [{ href: locale === 'en' ? { en: href } : { zh: href } }],
    path: url(locale, catalog.id, gone),
    site,
    indexed: false,
    asks: false,
  });
};
