/** The choice of language: two links that work everywhere; with a script, the language chosen last. */
import type { APIRoute } from 'astro';
import { url } from '~/data/urls';
import { ui } from '~/i18n';
import { renderChoicePage } from '~/redirects/choice-page';

export const GET: APIRoute = ({ site }) => {
  const [en, zh] = [ui('en'), ui('zh-CN')];
  return renderChoicePage({
    title: { en: en('home.title'), 'zh-CN': zh('home.title') },
    text: { en: en('home.lede'), 'zh-CN': zh('home.lede') },
    destinations: [{ href: { en: url('en'), 'zh-CN': url('zh-cn') } }],
    path: url(),
    site,
    indexed: true,
    asks: 'once',
  });
};
