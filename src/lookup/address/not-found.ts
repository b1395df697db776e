/** Looks the address of a missing page up, and goes there or offers a short list. */
import { lookUpText } from './look-up-text.ts';
import { type Addressed, localeOf, resolveAddress } from './resolve-address.ts';

const mostOffered = 8;

const place = document.querySelector<HTMLElement>('#meant');
if (place !== null) void lookUp(place);

async function lookUp(place: HTMLElement): Promise<void> {
  const base = place.dataset['base'] ?? '/';
  const path = location.pathname.startsWith(base)
    ? location.pathname.slice(base.length)
    : location.pathname;
  const locale = localeOf(path) ?? preferred();
  speak(locale);
  let known: Addressed[];
  try {
    const response = await fetch(`${base}addresses.json`);
    known = (await response.json()) as Addressed[];
  } catch {
    // The page says what else there is.
    place.dataset['known'] = '';
    return;
  }
  const { land, list } = resolveAddress(path, known);
  const href = ([catalog, slug]: Addressed) =>
    `${base}${locale}/${catalog}/${slug}/${location.search}${location.hash}`;
  // replace(), so that the Back button does not lead here again.
  if (land !== undefined) return location.replace(href(land));
  const search = document.querySelector<HTMLElement>('code-search');
  const results = await lookUpText(path, search, locale).catch(() => []);
  const found = results.map(({ catalog, slug, code, case: id, shows }) => ({
    item: [catalog, slug, code] as const,
    about: [shows.statuses.join('/'), shows.message].filter(Boolean).join(' '),
    href: `${base}${locale}/${catalog}/${slug}/${id === undefined ? '' : `#${id}`}`,
  }));
  // What the words say goes before what the letters are like.
  const near = list.map((item) => ({ item, about: '', href: href(item) }));
  const offered = (found.length > 0 ? found : near).slice(0, mostOffered);
  if (offered.length > 0) showList(place, offered, locale);
  // The rest of the page has waited, so that the list pushes nothing away.
  place.dataset['known'] = '';
}

function showList(
  place: HTMLElement,
  list: readonly { item: Addressed; about: string; href: string }[],
  locale: string,
): void {
  const titles = JSON.parse(place.dataset['titles'] ?? '{}') as Record<
    string,
    Record<string, string>
  >;
  const lang = locale === 'en' ? 'en' : 'zh-CN';
  const head = document.createElement('p');
  head.textContent =
    document.querySelector<HTMLElement>(`[data-list][data-locale="${locale}"]`)?.dataset['list'] ??
    '';
  const items = document.createElement('ul');
  for (const { item, about, href } of list) {
    const [catalog, , code] = item;
    const link = document.createElement('a');
    link.href = href;
    link.textContent = code;
    link.translate = false;
    const line = document.createElement('li');
    const message = document.createElement('span');
    message.lang = /\p{Script=Han}/u.test(about) ? 'zh-CN' : 'en';
    message.textContent = about === '' ? '' : ` ${about}`;
    line.append(link, message, ` · ${titles[catalog]?.[lang] ?? catalog}`);
    items.append(line);
  }
  place.lang = lang;
  place.append(head, items);
}

/** Put the reader's language first; the page itself belongs to none. */
function speak(locale: string): void {
  const own = document.querySelector<HTMLElement>(`.not-found[data-locale="${locale}"]`);
  const other = document.querySelector<HTMLElement>(`.not-found:not([data-locale="${locale}"])`);
  const title = document.querySelector('h1');
  if (locale === 'en' || !own || !other || !title) return;
  const heading = own.querySelector('h2');
  const second = document.createElement('h2');
  second.textContent = title.textContent;
  other.prepend(second);
  other.before(own);
  heading?.remove();
  title.textContent = own.dataset['title'] ?? '';
  title.lang = own.lang;
}

/** The language chosen last, else the browser's. */
function preferred(): string {
  try {
    const chosen = localStorage.getItem('locale');
    if (chosen === 'en' || chosen === 'zh-cn') return chosen;
  } catch {}
  return /^zh/i.test(navigator.language) ? 'zh-cn' : 'en';
}
