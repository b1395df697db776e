/** Comparisons with retired documents, and their histories, lead to those of the current documents. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type CatalogData, catalogOf } from '~/data/queries';
import { url } from '~/data/urls';
import { ui } from '~/i18n';
import { langOf } from '~/model/lang';
import { renderChoicePage } from '~/redirects/choice-page';
import { gonePages } from '~/redirects/gone-pages';

export const getStaticPaths = (() =>
  gonePages().map(({ locale, catalog, rest }) => ({
    params: { locale, catalog, gone: rest },
    props: { catalog: catalogOf(catalog) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ catalog: CatalogData }> = ({ params, props: { catalog }, site }) => {
  const { locale, gone = '' } = params;
  const kind = gone.split('/')[0];
  const href = url(locale, catalog.id, kind);
  return renderChoicePage({
    title: catalog.title,
    text: { en: ui('en')('retired.document'), 'zh-CN': ui('zh-CN')('retired.document') },
    // The address names a language already.
    destinations: [{ href: { [langOf(locale)]: href } }],
    path: url(locale, catalog.id, gone),
    site,
    indexed: false,
    asks: 'never',
  });
};
