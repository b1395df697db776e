/** The single file's program: reads its data, and shows what the address or the box asks for. */

import { buildLookupIndex } from '../../lookup/index-data.ts';
import type { Code } from '../../model/case.ts';
import type { Lang } from '../../model/lang.ts';
import { addressOf, type Context, type FileData, langs } from './context.ts';
import { announce, element } from './element.ts';
import { unpackCodes } from './packed.ts';
import { showCode } from './show-code.ts';
import { showAll, showFound } from './show-list.ts';

const data: FileData = JSON.parse(document.getElementById('data')?.textContent ?? '{}');
const codes = unpackCodes(data.packed);
const index = buildLookupIndex(codes as unknown as Code[], data.packed.catalogs);
const main = document.querySelector('main') as HTMLElement;
const box = document.querySelector('input') as HTMLInputElement;
const title = document.title;

let lang: Lang = stored() ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');

function stored(): Lang | undefined {
  try {
    return langs.find((other) => other === localStorage.getItem('error-codes-lang'));
  } catch {
    return undefined;
  }
}

function choose(next: Lang): void {
  lang = next;
  try {
    localStorage.setItem('error-codes-lang', next);
  } catch {
    // Kept for this visit then.
  }
  show();
}

/** The code that was shown last, as its address in this file. */
let left = '';

/**
 * Show the code in the address, else what the box asks for, else all codes.
 *
 * @param followed Whether a link was followed: the focus then goes along, to the heading of what is
 *   shown, and on the way back to the link of the code that is left.
 */
function show(followed = false): void {
  const context: Context = { data, codes, lang, words: data.words[lang] };
  dress(context);
  const [catalog, slug, item] = decode(location.hash.slice(1)).split('/');
  const code = codes.find((other) => other.catalog === catalog && other.slug === slug);
  const text = box.value.trim();
  document.title = code ? `${code.code} · ${title}` : title;
  if (code) {
    const back = element(
      'a',
      { href: '#', class: 'back' },
      `← ${context.words['offline.app.all']}`,
    );
    main.replaceChildren(back, showCode(context, code));
    const section = item ? document.getElementById(`${catalog}/${slug}/${item}`) : null;
    if (section) section.scrollIntoView();
    else scrollTo(0, 0);
    left = addressOf(code);
    const heading = (section ?? main).querySelector<HTMLElement>('h1, h2');
    if (followed) heading?.focus({ preventScroll: true });
  } else {
    announce('');
    main.replaceChildren(text === '' ? showAll(context) : showFound(context, index, text));
    const link = [...main.querySelectorAll('a')].find(({ hash }) => hash.startsWith(left));
    if (followed) (left && link ? link : main.querySelector('h1'))?.focus();
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The words around the main part, in the chosen language. */
function dress({ words }: Context): void {
  document.documentElement.lang = lang;
  for (const part of document.querySelectorAll<HTMLElement>('[data-word]')) {
    part.textContent = (words as Record<string, string>)[part.dataset['word'] ?? ''] ?? '';
  }
  box.placeholder = words['offline.app.find'];
  for (const part of [box, box.form]) part?.setAttribute('aria-label', words['offline.app.find']);
  for (const button of document.querySelectorAll<HTMLElement>('[data-lang]')) {
    button.setAttribute('aria-pressed', String(button.dataset['lang'] === lang));
  }
}

for (const button of document.querySelectorAll<HTMLElement>('[data-lang]')) {
  button.addEventListener('click', () => choose(button.dataset['lang'] as Lang));
}
box.addEventListener('input', () => {
  if (location.hash.length > 1) history.pushState(null, '', '#');
  show();
});
box.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const first = main.querySelector<HTMLAnchorElement>('[data-results] a');
  if (first) location.hash = first.hash;
});
addEventListener('hashchange', () => show(true));
addEventListener('popstate', () => show(true));
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  box.focus();
});
show();
