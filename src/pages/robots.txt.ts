/** Everything may be read; short links say themselves that they are not to be listed. */
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { url } from '~/data/urls';

export const GET: APIRoute = ({ site }) =>
  plain(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(`${url()}sitemap-index.xml`, site).href}\n`,
    'text/plain',
  );
