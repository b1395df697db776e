/**
 * Sends the reader on from a page without language to the link in the language chosen last, else the
 * browser's. This function is written into pages as text, so it uses nothing from outside.
 *
 * @param asks Whether to stay and ask: never, if no language was ever chosen, or always.
 */
export function sendOn(asks: 'never' | 'once' | 'always'): void {
  const all = [...document.querySelectorAll<HTMLAnchorElement>('a[data-locale]')];
  // A code that several catalogs have: `?catalog=` says which one was meant.
  const query = new URLSearchParams(location.search);
  const meant = all.filter((link) => link.dataset['catalog'] === query.get('catalog'));
  if (meant.length > 0) query.delete('catalog');
  const search = meant.length > 0 ? (query.size > 0 ? `?${query}` : '') : location.search;
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem('locale');
  } catch {}
  const spoken = navigator.languages.find((language) => /^(en|zh)\b/i.test(language)) ?? 'en';
  const locale =
    chosen === 'en' || chosen === 'zh-cn' ? chosen : /^zh/i.test(spoken) ? 'zh-cn' : 'en';
  for (const link of all) {
    link.search = search;
    // The link may lead to a case; an anchor in the address is more precise.
    if (location.hash !== '') link.hash = location.hash;
    link.addEventListener('click', () => {
      try {
        localStorage.setItem('locale', link.dataset['locale'] ?? 'en');
      } catch {}
    });
  }
  if (asks === 'always' || (asks === 'once' && chosen !== locale)) return;
  const links = meant.length > 0 ? meant : all;
  const link = links.find((item) => item.dataset['locale'] === locale) ?? links[0];
  // replace(), so that the Back button leads to where the reader came from and not here.
  if (link) location.replace(link.href);
}
