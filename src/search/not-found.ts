/** The 404 page: looks up the address that leads nowhere, and goes to its code or offers a list. */
import {
  type Addressed,
  isSpelled,
  localeOf,
  type Resolved,
  resolveAddress,
  textOfAddress,
} from '../lookup/address.ts';
import { type Locale, langOf } from '../model/lang.ts';
import { fillTemplate } from '../text/fill-template.ts';
import type { CodeSearch } from './code-search.ts';
import { renderRow } from './result-row.ts';
import { type Row, rowOf, rowsOfResults, summariseCase } from './rows.ts';

const maxOffered = 8;

const place = document.querySelector<HTMLElement>('#meant');
if (place !== null) {
  const base = place.dataset['base'] ?? '/';
  const path = location.pathname.startsWith(base)
    ? location.pathname.slice(base.length)
    : location.pathname;
  const locale = localeOf(path) ?? preferredLocale();
  keepAddress(base, path);
  // Before the search box works.
  if (locale !== 'en') showLanguageFirst(locale);
  sectionOf(locale)?.querySelector('p')?.after(place);
  void offerCodes(place, base, path, locale).then((leaves) => {
    // The rest of the page is hidden until now, so that the list does not move it.
    if (!leaves) place.dataset['known'] = '';
  });
}

/** Keeps the address in the links to the other language, so that it is looked up there too. */
function keepAddress(base: string, path: string): void {
  const rest = localeOf(path) === undefined ? path : path.replace(/^\/*[^/]*\/?/, '');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a'))
    link.pathname = `${base}${link.dataset['locale']}/${rest}`;
}

/** @returns Whether the browser goes to another page. */
async function offerCodes(
  place: HTMLElement,
  base: string,
  path: string,
  locale: Locale,
): Promise<boolean> {
  if (await goToLocale(base, path)) return true;
  const known = await fetchAddresses(base);
  if (known === undefined) return false;
  const resolved = resolveAddress(path, known);
  const { land, status } = resolved;
  if (land !== undefined) {
    const [catalog, slug] = land;
    // replace(), so that the Back button does not lead here again.
    const hash = location.hash || (status === undefined ? '' : `#${status}`);
    const page = `${base}${locale}/${catalog}/${slug}/`;
    // The host has not got the page, or offline it is not stored: this is its address already.
    if (`${location.pathname}/`.replace(/(?:\/index\.html)?\/+$/, '/') !== page) {
      location.replace(`${page}${location.search}${hash}`);
      return true;
    }
    sayLacking(locale);
  }
  if (locale !== 'en')
    void translateFrame(base, locale)
      .catch(() => {})
      .then(() => keepAddress(base, path));
  try {
    await offerRows(place, textOfAddress(path), resolved, { base, locale });
  } catch {
    // The index cannot be fetched: the page's other links remain.
  }
  return false;
}

/**
 * Goes to the page whose language is spelled in another way: `/zh-CN/sources/`, `/EN/`.
 *
 * @returns Whether there is such a page.
 */
async function goToLocale(base: string, path: string): Promise<boolean> {
  const locale = localeOf(path);
  const [, first, rest = ''] = /^\/*([^/]*)\/?(.*)$/s.exec(path) ?? [];
  if (locale === undefined || first === locale) return false;
  const page = `${base}${locale}/${rest}`;
  try {
    if (!(await fetch(page)).ok) return false;
  } catch {
    return false;
  }
  location.replace(`${page}${location.search}${location.hash}`);
  return true;
}

/** Says that the page of a code exists, although it could not be loaded. */
function sayLacking(locale: Locale): void {
  const section = sectionOf(locale);
  const text = section?.querySelector('p');
  const title = document.querySelector('h1');
  const { lacking = '', lackingText = '' } = { ...section?.dataset };
  if (!text || !title) return;
  title.textContent = lacking;
  text.textContent = lackingText;
}

/** @returns Nothing if they cannot be fetched: the page's other links remain. */
async function fetchAddresses(base: string): Promise<Addressed[] | undefined> {
  try {
    const response = await fetch(`${base}addresses.json`);
    const addresses: Addressed[] | object = await response.json();
    return Array.isArray(addresses) ? addresses : undefined;
  } catch {
    return undefined;
  }
}

/** Shows the codes that the address names, else those that it names by a message, else similar ones. */
async function offerRows(
  place: HTMLElement,
  text: string,
  { list, spelled }: Resolved,
  site: { base: string; locale: Locale },
): Promise<void> {
  if (text === '' && spelled === undefined) return;
  await import('./code-search.ts');
  const search = document.querySelector('code-search') as CodeSearch;
  const { engine, words } = await search.loadEngine();
  const { results } = spelled === undefined ? await engine.answer(text) : { results: [] };
  const found = results.filter(({ match }) => match !== 'guess');
  const codes = await engine.codesOf(list.map(([catalog, , code]) => ({ catalog, code })));
  const rows: Row[] =
    found.length > 0
      ? rowsOfResults(found, site)
      : list.map((one, at) => {
          const [catalog, slug, code] = one;
          const known = codes[at];
          const shows = known && summariseCase(known, undefined, langOf(site.locale));
          const match =
            spelled === undefined ? 'guess' : isSpelled(one, spelled) ? 'exact' : 'likely';
          return rowOf({ catalog, code, slug, match, because: [] }, shows, site);
        });
  const { say } = words;
  const isKnown = found.length > 0 || spelled !== undefined;
  // `otc-2024-12..otc-2023-10` is the address of a comparison, and `%E0%A4` of nothing.
  const isNoCode = isKnown || !/\p{N}/u.test(text) || /%|\.\./.test(text);
  const code = isNoCode ? undefined : text.replaceAll(' ', '-');
  const sentences = [
    ...(code === undefined ? [] : [fillTemplate(say['unknown'], { code: code.slice(0, 80) })]),
    ...(rows.length > 0 && !rows.some(({ result }) => result?.match === 'exact')
      ? [say['nearest']]
      : []),
  ];
  const head = document.createElement('p');
  head.textContent = sentences.join(say['space']);
  head.hidden = sentences.length === 0;
  const items = document.createElement('ul');
  items.append(...rows.slice(0, maxOffered).map((row) => renderRow(row, words)));
  place.lang = langOf(site.locale);
  place.append(head, items);
}

function sectionOf(locale: Locale): HTMLElement | null {
  return document.querySelector(`.not-found[data-locale="${locale}"]`);
}

/** Moves the reader's language and its search box to the top; the page itself has none. */
function showLanguageFirst(locale: Locale): void {
  const [own, other] = [sectionOf(locale), sectionOf('en')];
  const title = document.querySelector('h1');
  const waiting = own?.querySelector('template');
  const box = other?.querySelector('.own-search');
  const search = box?.querySelector('code-search');
  if (!own || !other || !title || !waiting || !box || !search) return;
  // The same element, because other scripts may have found it already.
  Object.assign((search as HTMLElement).dataset, { locale });
  search.replaceChildren(...(waiting.content.querySelector('code-search')?.childNodes ?? []));
  waiting.replaceWith(box);
  const heading = own.querySelector('h2') ?? document.createElement('h2');
  heading.textContent = title.textContent;
  other.prepend(heading);
  other.before(own);
  title.textContent = own.dataset['title'] ?? '';
  title.lang = own.lang;
}

/** Takes the words and links of header, menu and footer from the home page, which has the same ones. */
async function translateFrame(base: string, locale: Locale): Promise<void> {
  const html = await (await fetch(`${base}${locale}/`)).text();
  // Without its styles, which are not allowed on this page.
  const home = new DOMParser().parseFromString(html.replace(/<head>.*<\/head>/s, ''), 'text/html');
  const [own = [], other = []] = [document, home].map((page) =>
    ['.sl-skip-link', '.site-header', '#site-navigation', '.legal', '.foot-groups'].flatMap(
      (name) => [...page.querySelectorAll(`${name}, ${name} *`)],
    ),
  );
  if (own.length !== other.length) return;
  document.documentElement.lang = home.documentElement.lang;
  for (const [at, element] of own.entries()) {
    const model = other[at] as Element;
    for (const { name, value } of model.attributes)
      if (/^(?:href|aria-)/.test(name)) element.setAttribute(name, value);
    element.toggleAttribute('aria-current', model.hasAttribute('aria-current'));
    for (const [i, node] of element.childNodes.entries())
      if (node instanceof Text) node.data = model.childNodes[i]?.textContent ?? '';
  }
  document.title = ['h1', '.brand']
    .map((name) => document.querySelector(name)?.textContent)
    .join(' | ');
}

/** Returns the locale that was chosen last, else the browser's. */
function preferredLocale(): Locale {
  try {
    const chosen = localStorage.getItem('locale');
    if (chosen === 'en' || chosen === 'zh-cn') return chosen;
  } catch {
    // Storage may be forbidden.
  }
  return /^zh/i.test(navigator.language) ? 'zh-cn' : 'en';
}
