/** Route middleware: every page names the search engine that it belongs to, in its language. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { url } from '~/data/urls';
import { ui } from '~/i18n';
import { langOf } from '~/model/lang';

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { locale = 'en', head } = locals.starlightRoute;
  head.push({
    tag: 'link',
    attrs: {
      rel: 'search',
      type: 'application/opensearchdescription+xml',
      title: ui(langOf(locale))('search.engine'),
      href: `${url()}opensearch-${locale}.xml`,
    },
    content: '',
  });
});
