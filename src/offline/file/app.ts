/** The script of the offline file: search, copy buttons, language and title of what is shown. */
import { copyFor } from '../../components/code-page/copy.ts';
import { showPinned } from '../../components/code-page/pinned.ts';

const root = document.documentElement;
const title = document.title;

/** Colours follow the system: the file has no switch. */
const dark = matchMedia('(prefers-color-scheme: dark)');
const applyTheme = () => {
  root.dataset['theme'] = dark.matches ? 'dark' : 'light';
};
root.dataset['js'] = '';
dark.addEventListener('change', applyTheme);
applyTheme();

void import('../../search/code-search.ts');

const readHash = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
};
const part = <E extends Element>(selector: string) =>
  document.getElementById(`${locale}/`)?.querySelector<E>(selector);

let locale = '';
/** The document that the address is pinned to, until its code has been shown. */
let pinned = new URLSearchParams(location.search).get('variant');

/** Choose the language and the title for the address. */
function update(): void {
  const hash = readHash();
  const shown = document.getElementById(hash);
  const own = shown?.closest<HTMLElement>('.locale');
  if (!own) {
    const preferred = readLocale() ?? (navigator.language.startsWith('zh') ? 'zh-cn' : 'en');
    // Earlier files had addresses without a language: #apig/apig-0201/413-request-entity-too-large
    const [, page, anchor] = /^([^/]+\/[^/]+)(?:\/([^/]+))?$/.exec(hash) ?? [];
    const path = `${preferred}/${page === undefined ? '' : `${page}/`}${anchor ? `#${anchor}` : ''}`;
    location.replace(`#${document.getElementById(path) ? path : `${preferred}/`}`);
    return;
  }
  locale = own.id.slice(0, -1);
  root.lang = own.lang;
  storeLocale(locale);
  const article = shown?.closest('article[data-kind=code]');
  const heading = article?.querySelector('h1');
  document.title = heading ? `${heading.textContent} · ${title}` : title;
  const catalog = article?.id.split('/')[1];
  const words = own.querySelector<HTMLTemplateElement>(`template[data-catalog="${catalog}"]`);
  if (pinned !== null && article && words) {
    showPinned(pinned, words, article);
    pinned = null;
    shown?.scrollIntoView();
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    const other = hash.replace(locale, link.dataset['locale'] ?? '');
    link.hash = document.getElementById(other) ? other : `${link.dataset['locale']}/`;
  }
  const status = document.querySelector<HTMLElement>('body > [data-copy-words]');
  const { copied, copyFailed } = part<HTMLElement>('.frame')?.dataset ?? {};
  Object.assign(status?.dataset ?? {}, { yes: copied, no: copyFailed });
}

const key = 'error-codes-locale';
function readLocale(): string | undefined {
  try {
    return ['en', 'zh-cn'].find((other) => other === localStorage.getItem(key));
  } catch {
    return undefined;
  }
}
function storeLocale(value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The language then lasts as long as the address.
  }
}

// Copy buttons are named after their case, by a script because only a script makes them work.
for (const section of document.querySelectorAll('section.case')) {
  const heading = section.querySelector('h2')?.id;
  const button = section.querySelector('[data-copy-ticket]');
  if (!button) continue;
  button.id = `${heading}~copy`;
  button.setAttribute('aria-labelledby', `${button.id} ${heading}`);
}

addEventListener('hashchange', update);
update();

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button');
  if (button && Object.keys(button.dataset).some((name) => name.startsWith('copy')))
    void copyFor(button);
});
// Results take the place of the page that is shown.
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || readHash() === `${locale}/`) return;
  location.hash = `${locale}/`;
  target.focus();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  const field = part<HTMLTextAreaElement>('textarea');
  field?.focus();
  field?.select();
});
