/** What browsers show of the site on a home screen: https://www.w3.org/TR/appmanifest/ */
import type { APIRoute } from 'astro';
import { nameInBothLanguages, siteSettings } from '~/data/site-settings';
import { defaultAccent, paper } from '~/model/site-settings';

export const GET: APIRoute = () => {
  const { name, accent = defaultAccent, mark } = siteSettings;
  const touchIcon = { src: 'apple-touch-icon.png', type: 'image/png', sizes: '180x180' };
  const manifest = {
    name: nameInBothLanguages(),
    short_name: name.en,
    start_url: './',
    display: 'browser',
    background_color: paper.light,
    theme_color: accent.light,
    icons: [
      { src: 'favicon.svg', type: 'image/svg+xml', sizes: 'any' },
      ...(mark === undefined ? [touchIcon] : []),
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
