/** The short link of a code, which belongs to no language. */
import type { APIRoute } from 'astro';
import { describePage } from '~/data/describe';
import { catalogOf, shortPages } from '~/data/queries';
import { codeUrl, url } from '~/data/urls';
import type { Code } from '~/model/case';
import { renderChoicePage } from '~/redirects/choice-page';

export const getStaticPaths = () =>
  [...shortPages()].map(([code, codes]) => ({ params: { code }, props: { codes } }));

export const GET: APIRoute<{ codes: [Code, ...Code[]] }> = ({ params, props, site }) => {
  const [first, ...others] = props.codes;
  const destination = (code: Code) => {
    const { id, title } = catalogOf(code.catalog);
    const anchor = code.aliasLinks?.find(({ name }) => name === params['code'])?.case;
    return {
      catalog: id,
      name: title,
      href: { en: codeUrl('en', code, anchor), 'zh-CN': codeUrl('zh-cn', code, anchor) },
    };
  };
  return renderChoicePage({
    ...describePage(first, catalogOf(first.catalog)),
    destinations: [destination(first), ...others.map(destination)],
    path: url('c', params['code']),
    site,
    indexed: false,
    asks: 'never',
  });
};
