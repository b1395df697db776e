/** What browsers show of the site on a home screen: https://www.w3.org/TR/appmanifest/ */
import type { APIRoute } from 'astro';
import { plain } from '~/api/respond';
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
  return plain(`${JSON.stringify(manifest, null, 2)}\n`, 'application/manifest+json');
};
