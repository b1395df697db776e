/** The mark as a picture: that of content/site.yaml, else the built-in one in the accent colour. */
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
import { markParts } from '~/components/frame/mark';
import { siteSettings } from '~/data/site-settings';
import { defaultAccent } from '~/model/site-settings';

export const GET: APIRoute = () => {
  const { mark, accent = defaultAccent } = siteSettings;
  const style = ({ ink, colour }: { ink: string; colour: string }) =>
    `.box,.stem{fill:none;stroke:${ink};stroke-width:2}.stem{stroke:${colour};stroke-width:2.6;stroke-linecap:round}.dot{fill:${colour}}`;
  const light = style({ ink: '#1b1a18', colour: accent.light });
  const dark = style({ ink: '#edece8', colour: accent.dark });
  const svg =
    mark ??
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>${light}@media(prefers-color-scheme:dark){${dark}}</style>${markParts}</svg>`;
  return plain(`${svg}\n`, 'image/svg+xml');
};
