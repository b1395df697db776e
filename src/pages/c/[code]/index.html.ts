/** The short, language-neutral link of a code. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { describeWhole } from '~/data/describe';
import { codeUrl, url } from '~/data/urls';
import { renderChoicePage } from '~/redirects/choice-page';
import { type Known, shortPages } from '~/redirects/known-codes';

export const getStaticPaths = (async () =>
  [...(await shortPages())].map(([code, known]) => ({
    params: { code },
    props: { known },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ known: [Known, ...Known[]] }> = ({ params, props, site }) => {
  const [first, ...others] = props.known;
  const destination = ({ code, catalog }: Known) => ({
    catalog: catalog.id,
    name: { en: catalog.title.en, zh: catalog.title['zh-CN'] },
    href: { en: codeUrl('en', code), zh: codeUrl('zh-cn', code) },
  });
  return renderChoicePage({
    title: { en: first.code.code, zh: first.code.code },
    text: {
      en: describeWhole(first.code, first.catalog, 'en'),
      zh: describeWhole(first.code, first.catalog, 'zh-CN'),
    },
    destinations: [destination(first), ...others.map(destination)],
    path: url('c', params['code']),
    site,
    indexed: false,
    asks: false,
  });
};
