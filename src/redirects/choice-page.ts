import type { Part } from '~/data/describe';
import { url } from '~/data/urls';
import { ui } from '~/i18n';
import choiceStyles from '~/styles/choice.css?inline';
import { type Html, html, safeScript, safeStyle } from './html.ts';
import { sendOn } from './send-on.ts';

/** A place the reader may go to, in both languages. */
export interface Destination {
  /** Catalog's id, for `?catalog=`. */
  catalog?: string;
  /** What it is, in each language; nothing where the page's title says it. */
  name?: { en: string; zh: string };
  href: { en?: string; zh?: string };
}

interface ChoicePage {
  title: { en: string; zh: string };
  /** One sentence in each language, shown and used for previews; in parts where it quotes. */
  text: { en: string | Part[]; zh: string | Part[] };
  /** The first one is where readers are sent. */
  destinations: [Destination, ...Destination[]];
  /** Address within the site, for previews. */
  path: string;
  site: URL | undefined;
  /** Whether search engines may list the page. */
  indexed: boolean;
  /** Whether to stay and ask when no language was ever chosen. */
  asks: boolean;
}

/**
 * A page that belongs to no language: links to both, and a script that follows one of them.
 *
 * It is an endpoint rather than a page of the site's framework, because pages outside a language
 * do not work in development, and because it must weigh next to nothing.
 */
export function renderChoicePage(page: ChoicePage): Response {
  const { title, destinations } = page;
  const text = { en: plain(page.text.en), zh: plain(page.text.zh) };
  const address = (path: string) => (page.site ? new URL(path, page.site).href : path);
  const [first, ...others] = destinations;
  const same = title.en === title.zh;
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${same ? title.en : `${title.en} · ${title.zh}`}</title>
${page.indexed ? html`<link rel="canonical" href="${address(page.path)}">` : html`<meta name="robots" content="noindex">`}
<meta name="description" content="${`${text.en} ${text.zh}`}">
<meta property="og:title" content="${same ? title.en : `${title.en} · ${title.zh}`}">
<meta property="og:description" content="${`${text.en} ${text.zh}`}">
<meta property="og:url" content="${address(page.path)}">
<meta property="og:type" content="website">
<meta property="og:image" content="${address(`${url()}preview.png`)}">
<meta name="twitter:card" content="summary">
${first.href.en ? html`<link rel="alternate" hreflang="en" href="${address(first.href.en)}">` : undefined}
${first.href.zh ? html`<link rel="alternate" hreflang="zh-CN" href="${address(first.href.zh)}">` : undefined}
<link rel="icon" href="${`${url()}favicon.svg`}" type="image/svg+xml">
<style>${safeStyle(choiceStyles)}</style>
</head>
<body>
<main>
<h1 translate="${same ? 'no' : 'yes'}">${title.en}${same ? undefined : html` · <span lang="zh-CN">${title.zh}</span>`}</h1>
${links(first)}
<p>${sentence(page.text.en, 'en')}</p>
<p lang="zh-CN">${sentence(page.text.zh, 'zh-CN')}</p>
<p class="small">${ui('en')('site.unofficial')} <span lang="zh-CN">${ui('zh-CN')('site.unofficial')}</span></p>
${others.map(
  (
    other,
  ) => html`<h2>${other.name?.en}${other.name?.en === other.name?.zh ? undefined : html` · <span lang="zh-CN">${other.name?.zh}</span>`}</h2>
${links(other)}`,
)}
</main>
<script>(${safeScript(sendOn.toString())})(${page.asks ? 'true' : 'false'})</script>
</body>
</html>
`;
  return new Response(body.text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

const plain = (words: string | Part[]): string =>
  typeof words === 'string' ? words : words.map(({ text }) => text).join('');

/** What is quoted in another language than the sentence's own carries it. */
const sentence = (words: string | Part[], own: string): string | (Html | string)[] =>
  typeof words === 'string'
    ? words
    : words.map(({ text, lang = own }) =>
        lang === own ? text : html`<span lang="${lang}">${text}</span>`,
      );

function links({ catalog, href }: Destination): Html {
  const link = (locale: string, lang: string, name: string, to: string | undefined) =>
    to === undefined
      ? undefined
      : html`<a href="${to}" lang="${lang}" hreflang="${lang}" data-locale="${locale}"${catalog ? html` data-catalog="${catalog}"` : undefined}>${name}</a>
`;
  return html`<p class="choice">
${link('en', 'en', 'English', href.en)}${link('zh-cn', 'zh-CN', '简体中文', href.zh)}</p>`;
}
