/** The history of a lineage as an Atom feed (RFC 4287): an entry an edition, newest first. */

import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import {
  changesOf,
  type Lineage,
  lineageName,
  lineagePaths,
  momentOf,
  summaryOf,
} from '~/data/history';
import { variantName } from '~/data/queries';
import { historyUrl, pairUrl } from '~/data/urls';
import { ui } from '~/i18n';
import { langOf } from '~/model/lang';
import { renderXml, type XmlElement } from '~/text/xml';

export const getStaticPaths = lineagePaths;

const text = (name: string, value: string): XmlElement => ({ name, children: [value] });
const link = (attributes: Record<string, string>): XmlElement => ({ name: 'link', attributes });

export const GET: APIRoute<{ lineage: Lineage }> = ({ params, props, site }) => {
  const { locale, catalog = '' } = params;
  const { lineage } = props;
  const lang = langOf(locale);
  const absolute = (path: string) => new URL(path, site).href;
  const page = absolute(historyUrl(locale, catalog, lineage.id));
  const publisher = lineage.editions[0]?.variant.publisher[lang] ?? lineage.id;
  const moments = lineage.editions.map((edition) => momentOf(lineage, edition));
  const entries = lineage.editions.map((edition): XmlElement => {
    const { variant, since } = edition;
    const target = since ? absolute(pairUrl(locale, since.comparison)) : `${page}#${variant.id}`;
    const changes = changesOf(edition, lang);
    return {
      name: 'entry',
      children: [
        text('id', `${page}#${variant.id}`),
        text('title', variantName(variant, lang)),
        text('updated', momentOf(lineage, edition)),
        link({ rel: 'alternate', type: 'text/html', href: target }),
        text('summary', summaryOf(edition, lang)),
        ...(changes.length > 0 ? [text('content', changes.join('\n'))] : []),
      ],
    };
  });
  const feed: XmlElement = {
    name: 'feed',
    attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang },
    children: [
      text('id', page),
      text('title', ui(lang)('history.title', { name: lineageName(lineage, lang) })),
      // Editions may be listed out of the order of their dates; the feed is as new as the newest.
      text('updated', moments.toSorted().at(-1) ?? '1970-01-01T00:00:00Z'),
      { name: 'author', children: [text('name', publisher)] },
      link({ rel: 'self', type: 'application/atom+xml', href: `${page}atom.xml` }),
      link({ rel: 'alternate', type: 'text/html', href: page }),
      ...entries,
    ],
  };
  return plain(renderXml(feed), 'application/atom+xml');
};
