import { plain } from '~/api/respond';
import type { Part } from '~/data/describe';
import { accentStyle, siteSettings } from '~/data/site-settings';
import { url } from '~/data/urls';
import { type Lang, localeOf } from '~/model/lang';
import { describeStanding } from '~/model/site-settings';
import choiceStyles from '~/styles/choice.css?inline';
import { langOfText } from '~/text/lang-of-text';
import { type Html, html, safeScript, safeStyle } from './html.ts';
import { sendOn } from './send-on.ts';

/** A page that the reader may go to. */
interface Destination {
  /** Catalog's id, for `?catalog=`. */
  catalog?: string;
  /** Its name in each language, if the page's title is not enough. */
  name?: Record<Lang, string>;
  href: Partial<Record<Lang, string>>;
}

interface ChoicePage {
  title: Record<Lang, string>;
  /** One sentence in each language, shown and used for previews; in parts where it quotes. */
  text: Record<Lang, string | Part[]>;
  /** Readers are sent to the first one. */
  destinations: [Destination, ...Destination[]];
  /** Address within the site, for previews. */
  path: string;
  site: URL | undefined;
  /** Whether search engines may list the page. */
  indexed: boolean;
  /** Whether to stay and ask: never, if no language was ever chosen, or always. */
  asks: 'never' | 'once' | 'always';
}

/**
 * Returns a page that belongs to no language: links to both, and a script that follows one of them.
 *
 * It is an endpoint, because Astro pages outside a language do not work in development, and because
 * it must be very small.
 */
export function renderChoicePage(page: ChoicePage): Response {
  const { title, destinations } = page;
  const text = `${wordsOf(page.text.en)} ${wordsOf(page.text['zh-CN'])}`;
  const address = (path: string) => (page.site ? new URL(path, page.site).href : path);
  const [first, ...others] = destinations;
  const same = title.en === title['zh-CN'];
  const head = same ? title.en : `${title.en} · ${title['zh-CN']}`;
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${head}</title>
${page.indexed ? html`<link rel="canonical" href="${address(page.path)}">` : html`<meta name="robots" content="noindex">`}
<meta name="description" content="${text}">
<meta property="og:title" content="${head}">
<meta property="og:description" content="${text}">
<meta property="og:url" content="${address(page.path)}">
<meta property="og:type" content="website">
${siteSettings.mark === undefined ? html`<meta property="og:image" content="${address(`${url()}preview.png`)}">` : undefined}
<meta name="twitter:card" content="summary">
${Object.entries(first.href).map(([lang, href]) => html`<link rel="alternate" hreflang="${lang}" href="${address(href)}">\n`)}<link rel="icon" href="${`${url()}favicon.svg`}" type="image/svg+xml">
<style>${safeStyle(choiceStyles + (accentStyle() ?? ''))}</style>
</head>
<body>
<main>
<h1 translate="${same ? 'no' : 'yes'}">${twice(title)}</h1>
${page.asks === 'always' ? destinations.map(named) : links(first)}
<p>${sentence(page.text.en, 'en')}</p>
<p lang="zh-CN">${sentence(page.text['zh-CN'], 'zh-CN')}</p>
<p class="small">${describeStanding(siteSettings, 'en')} <span lang="zh-CN">${describeStanding(siteSettings, 'zh-CN')}</span></p>
${page.asks === 'always' ? undefined : others.map(named)}
</main>
<script>(${safeScript(sendOn.toString())})('${page.asks}')</script>
</body>
</html>
`;
  return plain(body.text, 'text/html');
}

const wordsOf = (words: string | Part[]): string =>
  typeof words === 'string' ? words : words.map(({ text }) => text).join('');

/** A name in both languages, once if they agree. */
const twice = (name: Record<Lang, string>): Html =>
  name.en === name['zh-CN']
    ? inLanguage(name.en, langOfText(name.en))
    : html`${name.en} · ${inLanguage(name['zh-CN'], 'zh-CN')}`;

/** A text in a language; the page is in English. */
const inLanguage = (text: string, lang: string): Html =>
  lang === 'en' ? html`${text}` : html`<span lang="${lang}">${text}</span>`;

/** A sentence; quotations in another language carry it. */
const sentence = (words: string | Part[], own: string): string | (Html | string)[] =>
  typeof words === 'string'
    ? words
    : words.map(({ text, lang = own }) =>
        lang === own ? text : html`<span lang="${lang}">${text}</span>`,
      );

const named = (destination: Destination): Html =>
  html`<h2>${destination.name && twice(destination.name)}</h2>
${links(destination)}`;

const names: Record<Lang, string> = { en: 'English', 'zh-CN': '简体中文' };

function links({ catalog, href }: Destination): Html {
  const all = (Object.entries(href) as [Lang, string][]).map(
    ([lang, to]) =>
      html`<a href="${to}" lang="${lang}" hreflang="${lang}" data-locale="${localeOf[lang]}"${catalog ? html` data-catalog="${catalog}"` : undefined}>${names[lang]}</a>
`,
  );
  return html`<p class="choice">
${all}</p>`;
}
