/** The copy buttons. They show whether copying worked, and work without clipboard permission. */
import './late-styles.ts';
import { type Copied, copyToClipboard } from '../../ticket/clipboard.ts';
import { renderTicket } from '../../ticket/ticket-block.ts';
import { readTicket } from './read-ticket.ts';

const labels = new WeakMap<HTMLButtonElement, string>();
/** Screen readers announce a change of this element, but not of a button's text. */
const words = document.querySelector<HTMLElement>('[data-copy-words]');

/** Copies the content of a button, and shows whether it worked. */
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
  if (copyLink !== undefined) {
    const address = new URL(location.href);
    address.search = '';
    address.hash = copyLink;
    return { plain: address.href };
  }
  const section = button.closest<HTMLElement>('section.case');
  if (copyTicket === undefined || section === null) return undefined;
  const lang = document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en';
  const block = renderTicket(readTicket(section, lang), lang);
  return copyTicket === 'plain'
    ? { plain: block.plain }
    : { plain: block.markdown, html: block.html };
}

/** Shows on the button that it worked, without making it smaller. */
function confirm(button: HTMLButtonElement, text: string): void {
  // A second click must not take "Copied" for the label.
  if (!labels.has(button)) labels.set(button, button.textContent);
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = text === '' ? '✓' : text;
  setTimeout(() => {
    button.textContent = labels.get(button) ?? '';
    if (words) words.textContent = '';
  }, 1600);
}

/** Shows the text selected, where scripts may not write to the clipboard. */
function showForCopying(button: HTMLButtonElement, text: string, words: string): void {
  document.querySelector('.copy-by-hand')?.remove();
  const box = document.createElement('textarea');
  box.className = 'copy-by-hand';
  box.readOnly = true;
  box.value = text;
  box.rows = text.split('\n').length;
  box.setAttribute('aria-label', words);
  box.title = words;
  button.parentElement?.after(box);
  box.focus();
  box.select();
  box.addEventListener('blur', () => box.remove());
}
