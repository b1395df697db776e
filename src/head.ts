/**
 * Adds to the heads of pages what link previews, search engines and other programs read (Starlight's
 * route middleware). The 404 page has no alternates, since it belongs to no language.
 */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { serialise } from './api/respond.ts';
import { describeAnswer, describeTerms, describeTitle } from './data/describe.ts';
import { catalogOf, codeOf } from './data/queries.ts';
import { accentStyle, siteSettings } from './data/site-settings.ts';
import { codeUrl, url } from './data/urls.ts';
import { langOf, localeOf } from './model/lang.ts';
import { paper } from './model/site-settings.ts';
import { escapeHtml } from './text/escape-html.ts';

export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  const lang = langOf(route.locale);
  const address = (path: string) => new URL(path, context.site).href;
  // These pictures show the built-in mark.
  const picture = siteSettings.mark === undefined ? address(`${url()}preview.png`) : undefined;
  const touchIcon = {
    tag: 'link' as const,
    attrs: { rel: 'apple-touch-icon', href: `${url()}apple-touch-icon.png` },
  };
  const style = accentStyle();
  // Starlight writes a title as HTML.
  for (const item of route.head)
    if (item.tag === 'title') item.content = escapeHtml(item.content ?? '');
  // No reader needs the versions of the programs that made the page.
  route.head = route.head.filter(({ attrs }) => attrs?.['name'] !== 'generator');
  route.head.push(
    ...(picture
      ? [
          property('og:image', picture),
          property('og:image:width', '1200'),
          property('og:image:height', '630'),
          touchIcon,
        ]
      : []),
    themeColour('light', paper.light),
    themeColour('dark', paper.dark),
    { tag: 'link', attrs: { rel: 'manifest', href: `${url()}manifest.webmanifest` } },
    {
      tag: 'link',
      attrs: {
        rel: 'search',
        type: 'application/opensearchdescription+xml',
        title: siteSettings.name[lang],
        href: `${url()}opensearch-${localeOf[lang]}.xml`,
      },
    },
    ...(style ? [{ tag: 'style' as const, content: style }] : []),
  );
  if (/\/404\/?(index\.html|404\.html)?$/.test(context.url.pathname) || route.id === '404') {
    route.head = route.head.filter(
      ({ tag, attrs }) =>
        !(tag === 'link' && ['canonical', 'alternate'].includes(String(attrs?.['rel']))),
    );
    route.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' } });
    return;
  }
  const { catalog: catalogId, code: name } = route.entry.data;
  if (catalogId === undefined || name === undefined) return;

  const [catalog, code] = [catalogOf(catalogId), codeOf(catalogId, name)];
  const { markdown, json } = siteSettings.files;
  const title = describeTitle(code, lang);
  const description = describeAnswer(code, catalog, lang);
  const page = address(codeUrl(localeOf[lang], code));
  for (const item of route.head) {
    if (item.tag === 'title') item.content = escapeHtml(`${title} | ${route.siteTitle}`);
    if (item.attrs?.['property'] === 'og:title') item.attrs = { ...item.attrs, content: title };
  }
  route.head.push(
    { tag: 'meta', attrs: { name: 'description', content: `${name} · ${description}` } },
    property('og:description', description),
    ...(markdown ? [alternate('text/markdown', `${page.replace(/\/$/, '')}.md`)] : []),
    ...(json
      ? [alternate('application/json', address(`${url()}api/v1/${catalogId}/${code.slug}.json`))]
      : []),
    {
      tag: 'script',
      attrs: { type: 'application/ld+json' },
      content: serialise({
        '@context': 'https://schema.org',
        '@type': 'TechArticle',
        headline: title,
        description,
        inLanguage: lang,
        url: page,
        ...(picture ? { image: picture } : {}),
        isAccessibleForFree: true,
        isPartOf: { '@type': 'WebSite', name: route.siteTitle, url: address(url(localeOf[lang])) },
        about: describeTerms(code, lang).map(({ anchor, ...term }) => ({
          '@type': 'DefinedTerm',
          '@id': `#${anchor}`,
          termCode: name,
          ...term,
        })),
      }),
    },
  );
});

const property = (name: string, content: string) => ({
  tag: 'meta' as const,
  attrs: { property: name, content },
});
/** The colour of the browser's bars. */
const themeColour = (scheme: string, content: string) => ({
  tag: 'meta' as const,
  attrs: { name: 'theme-color', content, media: `(prefers-color-scheme: ${scheme})` },
});
const alternate = (type: string, href: string) => ({
  tag: 'link' as const,
  attrs: { rel: 'alternate', type, href },
});
