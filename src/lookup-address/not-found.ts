/** Looks the address of a missing page up, and goes there or offers a short list. */
import { type Addressed, localeOf, resolveAddress } from './resolve-address.ts';

const place = document.querySelector<HTMLElement>('#meant');
if (place !== null) void lookUp(place);

async function lookUp(place: HTMLElement): Promise<void> {
  const base = place.dataset['base'] ?? '/';
  const path = location.pathname.startsWith(base)
    ? location.pathname.slice(base.length)
    : location.pathname;
  const locale = localeOf(path) ?? preferred();
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
  if (list.length > 0) showList(place, list, locale, href);
  // The rest of the page has waited, so that the list pushes nothing away.
  place.dataset['known'] = '';
}

function showList(
  place: HTMLElement,
  list: Addressed[],
  locale: string,
  href: (item: Addressed) => string,
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
  for (const item of list) {
    const [catalog, , code] = item;
    const link = document.createElement('a');
    link.href = href(item);
    link.textContent = code;
    link.translate = false;
    const line = document.createElement('li');
    line.append(link, ` · ${titles[catalog]?.[lang] ?? catalog}`);
    items.append(line);
  }
  place.lang = lang;
  place.append(head, items);
}

/** The language chosen last, else the browser's. */
function preferred(): string {
  try {
    const chosen = localStorage.getItem('locale');
    if (chosen === 'en' || chosen === 'zh-cn') return chosen;
  } catch {}
  return /^zh/i.test(navigator.language) ? 'zh-cn' : 'en';
}
