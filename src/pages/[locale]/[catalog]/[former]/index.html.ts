/** A page name that a code had before: leads on to the page it has now. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { describeWhole } from '~/data/describe';
import { codeUrl, url } from '~/data/urls';
import { locales } from '~/model/lang';
import { renderChoicePage } from '~/redirects/choice-page';
import { type Known, knownCodes } from '~/redirects/known-codes';

export const getStaticPaths = (async () =>
  (await knownCodes()).flatMap((known) =>
    (known.code.former ?? [])
      .filter(({ slug }) => slug !== known.code.slug)
      .flatMap(({ slug }) =>
        locales.map((locale) => ({
          params: { locale, catalog: known.catalog.id, former: slug },
          props: { known },
        })),
      ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ known: Known }> = ({ params, props: { known }, site }) => {
  const { code, catalog } = known;
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
