/** Copy buttons: they say whether it worked, and work without clipboard permission too. */
import './late-styles.ts';
import { type Copied, copyToClipboard } from '../../ticket/clipboard.ts';
import { renderTicket } from '../../ticket/ticket-block.ts';
import { readTicket, shortLink } from './read-ticket.ts';

const labels = new WeakMap<HTMLElement, string>();
/** Screen readers announce a change of this element, but not of a label. */
const words = document.querySelector<HTMLElement>('[data-copy-words]');

/** Copy what a button stands for, and say whether it worked. */
export async function copyFor(button: HTMLButtonElement): Promise<void> {
  const content = contentOf(button);
  if (content === undefined) return;
  const copied = await copyToClipboard(content);
  const text = (copied ? words?.dataset['yes'] : words?.dataset['no']) ?? '';
  if (words) words.textContent = text;
  if (copied) confirm(button, text);
  else showForCopying(button, content.plain, text);
}

function contentOf(button: HTMLButtonElement): Copied | undefined {
  const { copy, copyLink, copyTicket } = button.dataset;
  if (copy !== undefined) return { plain: copy };
  const section = button.closest<HTMLElement>('section.case');
  if (copyLink !== undefined && section !== null) return { plain: shortLink(section) };
  if (copyTicket === undefined || section === null) return undefined;
  const lang = document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en';
  const block = renderTicket(readTicket(section, lang), lang);
  return copyTicket === 'plain'
    ? { plain: block.plain }
    : { plain: block.markdown, html: block.html };
}

/** The button shows that it worked, without getting smaller; a status reads it out. */
function confirm(button: HTMLButtonElement, text: string): void {
  // The menu of formats closes: what opens it takes over the focus and shows the success.
  const menu = button.closest('details');
  const opener = menu?.querySelector('summary');
  if (menu) menu.open = false;
  if (document.activeElement === document.body || document.activeElement === button)
    opener?.focus();
  // An icon without words turns into a check mark (parts.css).
  const shown = opener ?? button;
  const label = shown.querySelector('span');
  shown.dataset['done'] = '';
  if (label !== null) {
    // A second click must not take "Copied" for the label.
    if (!labels.has(shown)) labels.set(shown, label.textContent ?? '');
    shown.style.minWidth = `${shown.offsetWidth}px`;
    label.textContent = text;
  }
  setTimeout(() => {
    delete shown.dataset['done'];
    if (label !== null) label.textContent = labels.get(shown) ?? '';
    if (words) words.textContent = '';
  }, 1600);
}

/** Nothing may write to the clipboard here: the text stands selected for the reader's own keys. */
function showForCopying(button: HTMLButtonElement, text: string, words: string): void {
  document.querySelector('.copy-by-hand')?.remove();
  const box = document.createElement('textarea');
  box.className = 'copy-by-hand';
  box.readOnly = true;
  box.value = text;
  box.rows = text.split('\n').length;
  box.setAttribute('aria-label', words);
  box.title = words;
  (button.closest('.case-head, .code-top') ?? button.parentElement)?.after(box);
  box.focus();
  box.select();
  box.addEventListener('blur', () => box.remove());
}
