/** Makes languages, menu and theme work. Loaded last: a script in the header would move the header. */
// The place on the page goes along, and the root page sends people on in the language they chose last.
for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
  link.addEventListener('click', () => {
    // Else the part that is being read, as the contents name it.
    const part = document.querySelector<HTMLAnchorElement>('nav.contents a[aria-current]');
    link.hash = location.hash || (scrollY > 300 && part?.hash) || '';
    link.search = location.search;
    try {
      localStorage.setItem('locale', link.dataset['locale'] ?? 'en');
    } catch {
      // A browser that stores nothing goes there all the same.
    }
  });
}

// A link to a place on this very page would leave the menu open before it.
const menu = document.getElementById('site-navigation');
menu?.addEventListener('click', (event) => {
  if (
    event.target instanceof Element &&
    event.target.closest('a') &&
    menu.matches(':popover-open')
  ) {
    menu.hidePopover();
  }
});

const key = 'starlight-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
let theme: string | null = null;
// A browser that stores nothing still changes the theme, for this page.
try {
  theme = localStorage.getItem(key);
} catch {}
if (theme !== 'light' && theme !== 'dark') theme = 'auto';
const apply = () => {
  document.documentElement.dataset['theme'] =
    theme === 'light' || theme === 'dark' ? theme : dark.matches ? 'dark' : 'light';
};
dark.addEventListener('change', apply);
for (const select of document.querySelectorAll<HTMLSelectElement>('[data-theme-select]')) {
  select.value = theme;
  select.addEventListener('change', () => {
    theme = select.value;
    apply();
    try {
      localStorage.setItem(key, theme === 'auto' ? '' : theme);
    } catch {}
  });
}

export {};
