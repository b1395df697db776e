import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { siteSettings } from '~/data/site-settings';
import { localePaths } from '~/data/static-paths';
import { url } from '~/data/urls';
import { langOf } from '~/model/lang';
import { escapeXml } from '~/text/xml';

/** The site as a search engine of the browser: https://github.com/dewitt/opensearch */
export const getStaticPaths = () => localePaths();

export const GET: APIRoute = ({ params, site }) => {
  const { locale } = params;
  const lang = langOf(locale);
  const absolute = (path: string) => escapeXml(new URL(path, site).href);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(siteSettings.name[lang])}</ShortName>
  <Description>${escapeXml(siteSettings.description[lang])}</Description>
  <Language>${lang}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${absolute(`${url()}favicon.svg`)}</Image>
  <Url type="text/html" template="${absolute(url(locale, 'find'))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return plain(xml, 'application/opensearchdescription+xml');
};
