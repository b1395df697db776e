/** The link of a code and an HTTP status, made by rule: it leads to the case, or to a choice of cases. */

import type { APIRoute } from 'astro';
import { describePage } from '~/data/describe';
import { catalogOf } from '~/data/queries';
import { type StatusLink, statusLinks } from '~/data/status-links';
import { codeUrl, url } from '~/data/urls';
import { caseLine } from '~/model/case-label';
import { renderChoicePage } from '~/redirects/choice-page';

export const getStaticPaths = () =>
  statusLinks().map((link) => ({
    params: { code: link.name, status: link.status },
    props: { link },
  }));

export const GET: APIRoute<{ link: StatusLink }> = ({ props: { link }, site }) => {
  const { name, status, code, cases } = link;
  const catalog = catalogOf(code.catalog);
  const [first, ...others] = cases;
  const destination = (item: typeof first) => ({
    ...(others.length > 0
      ? { name: { en: caseLine(item, 'en'), 'zh-CN': caseLine(item, 'zh-CN') } }
      : {}),
    href: { en: codeUrl('en', code, item.id), 'zh-CN': codeUrl('zh-cn', code, item.id) },
  });
  const label = others.length > 0 ? `HTTP ${status}` : caseLine(first);
  const title = `${code.code} · ${label}`;
  return renderChoicePage({
    // Meaning and solution of these cases only.
    ...describePage({ ...code, cases }, catalog),
    title: { en: title, 'zh-CN': title },
    destinations: [destination(first), ...others.map(destination)],
    path: url('c', name, status),
    site,
    indexed: false,
    asks: others.length > 0 ? 'always' : 'never',
  });
};
