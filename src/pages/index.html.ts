/** The choice of language: two links that work everywhere; with a script, the language chosen last. */
import type { APIRoute } from 'astro';
import { siteSettings } from '~/data/site-settings';
import { url } from '~/data/urls';
import { renderChoicePage } from '~/redirects/choice-page';

export const GET: APIRoute = ({ site }) => {
  const { tagline, description } = siteSettings;
  return renderChoicePage({
    title: tagline,
    text: description,
    destinations: [{ href: { en: url('en'), 'zh-CN': url('zh-cn') } }],
    path: url(),
    site,
    indexed: true,
    asks: 'once',
  });
};
