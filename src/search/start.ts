/**
 * What every page loads of the search: keys, the header's dialog, and fetching the rest when the
 * page is idle or the reader reaches for the box.
 */
import type { CodeSearch } from './code-search.ts';

const search = document.querySelector<CodeSearch>('code-search');
const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
const trigger = document.querySelector<HTMLElement>('[data-search-open]');

/** The element's code; the element works from the moment it is there. */
const load = () => import('./code-search.ts').then(() => customElements.whenDefined('code-search'));

async function open(): Promise<void> {
  if (!search) return;
  if (dialog && !dialog.open) dialog.showModal();
  search.querySelector('textarea')?.focus();
  try {
    await load();
    search.prepare();
  } catch {
    // The box cannot work without its code: the page of its own says what to do then.
    for (const element of search.querySelectorAll<HTMLElement>('[data-say]')) {
      element.hidden = element.dataset['say'] !== 'failed';
    }
    search.querySelector('[data-retry]')?.addEventListener('click', again, { once: true });
  }
}

/** Loads the page again: browsers remember for a page that a script failed. The text is kept, and the dialog opens. */
function again(): void {
  try {
    const { value = '' } = search?.querySelector('textarea') ?? {};
    history.replaceState({ ...history.state, search: value, again: true }, '');
  } catch {
    // Browsers limit the size of a state.
  }
  location.reload();
}

/** Whether the page was loaded again for the dialog. */
function wasAsked(): boolean {
  const { again: isAgain, ...state } = { ...history.state };
  if (isAgain) history.replaceState(state, '');
  return isAgain === true;
}

const idle = (act: () => void) =>
  'requestIdleCallback' in window
    ? requestIdleCallback(act, { timeout: 1000 })
    : setTimeout(act, 300);

if (search) {
  trigger?.addEventListener('click', (event) => {
    event.preventDefault();
    void open();
  });
  search.addEventListener('focusin', open, { once: true });
  // Enter before the element's code is there: kept for it, and no new line in the text.
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || customElements.get('code-search')) return;
    event.preventDefault();
    search.dataset['entered'] = '';
  });
  dialog?.addEventListener('click', ({ target }) => {
    // A click beside the dialog, or on a result of this very page.
    if (target === dialog || (target as Element).closest('[data-results] a, [data-close]'))
      dialog.close();
  });
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const control = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';
    const typing = (target as Element).closest?.('input, textarea, select, [contenteditable]');
    if (!control && (key !== '/' || ctrlKey || metaKey || altKey || typing)) return;
    event.preventDefault();
    void open();
  });
  const warm = () =>
    void load().then(
      () => search.warm(),
      () => {},
    );
  // A text that is there already waits for its answer.
  if (search.querySelector('textarea')?.value || wasAsked()) void open();
  else if (document.readyState === 'complete') idle(warm);
  else addEventListener('load', () => idle(warm), { once: true });
}
