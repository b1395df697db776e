/** The 404 page: looks up the address that leads nowhere, and goes to its code or offers a list. */
import { type Addressed, localeOf, resolveAddress, textOfAddress } from '../lookup/address.ts';
import { type Locale, langOf } from '../model/lang.ts';
import { langOfText } from '../text/lang-of-text.ts';
import './code-search.ts';
import type { CodeSearch } from './code-search.ts';

/** A code that the address may mean. */
interface Offer {
  item: Addressed;
  /** Status and message. */
  about: string;
  href: string;
}

const maxOffered = 8;

const place = document.querySelector<HTMLElement>('#meant');
if (place !== null) {
  void offerCodes(place).then((leaves) => {
    // The rest of the page is hidden until now, so that the list does not move it.
    if (!leaves) place.dataset['known'] = '';
  });
}

/** @returns Whether the browser goes to another page. */
async function offerCodes(place: HTMLElement): Promise<boolean> {
  const base = place.dataset['base'] ?? '/';
  const path = location.pathname.startsWith(base)
    ? location.pathname.slice(base.length)
    : location.pathname;
  const locale = localeOf(path) ?? preferredLocale();
  showLanguageFirst(locale);
  const known = await fetchAddresses(base);
  if (known === undefined) return false;
  const { land, status, list } = resolveAddress(path, known);
  const hash = location.hash || (status === undefined ? '' : `#${status}`);
  const href = ([catalog, slug]: Addressed) =>
    `${base}${locale}/${catalog}/${slug}/${location.search}${hash}`;
  if (land !== undefined) {
    // replace(), so that the Back button does not lead here again.
    location.replace(href(land));
    return true;
  }
  const results = await lookUp(textOfAddress(path)).catch(() => []);
  const found = results.map(({ catalog, slug, code, case: id, shows }) => ({
    item: [catalog, slug, code] as const,
    about: [shows.statuses.join('/'), shows.message].filter(Boolean).join(' '),
    href: `${base}${locale}/${catalog}/${slug}/${id === undefined ? '' : `#${id}`}`,
  }));
  const similar = list.map((item) => ({ item, about: '', href: href(item) }));
  const offers = (found.length > 0 ? found : similar).slice(0, maxOffered);
  if (offers.length > 0) showOffers(place, offers, locale);
  return false;
}

/** @returns Nothing if they cannot be fetched: the page's other links remain. */
async function fetchAddresses(base: string): Promise<Addressed[] | undefined> {
  try {
    const response = await fetch(`${base}addresses.json`);
    return (await response.json()) as Addressed[];
  } catch {
    return undefined;
  }
}

async function lookUp(text: string) {
  const search = document.querySelector<CodeSearch>('code-search');
  return text === '' || search === null ? [] : search.lookUp(text);
}

function showOffers(place: HTMLElement, offers: readonly Offer[], locale: Locale): void {
  const titles: Record<string, Record<string, string>> = JSON.parse(
    place.dataset['titles'] ?? '{}',
  );
  const lang = langOf(locale);
  const head = document.createElement('p');
  head.textContent = sectionOf(locale)?.dataset['list'] ?? '';
  const items = document.createElement('ul');
  for (const { item, about, href } of offers) {
    const [catalog, , code] = item;
    const link = document.createElement('a');
    Object.assign(link, { href, textContent: code, translate: false });
    const message = document.createElement('span');
    message.lang = langOfText(about);
    message.textContent = about === '' ? '' : ` ${about}`;
    const line = document.createElement('li');
    line.append(link, message, ` · ${titles[catalog]?.[lang] ?? catalog}`);
    items.append(line);
  }
  place.lang = lang;
  place.append(head, items);
}

function sectionOf(locale: Locale): HTMLElement | null {
  return document.querySelector(`.not-found[data-locale="${locale}"]`);
}

/** Moves the reader's language to the top; the page itself has none. */
function showLanguageFirst(locale: Locale): void {
  const [own, other] = [sectionOf(locale), sectionOf('en')];
  const title = document.querySelector('h1');
  if (locale === 'en' || !own || !other || !title) return;
  own.querySelector('h2')?.remove();
  const second = document.createElement('h2');
  second.textContent = title.textContent;
  other.prepend(second);
  other.before(own);
  title.textContent = own.dataset['title'] ?? '';
  title.lang = own.lang;
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
