/** What is put on the clipboard: text, and the same as rich text where the place it goes takes it. */
export interface Copied {
  plain: string;
  html?: string;
}

/**
 * Put text on the clipboard. Where the page may not (no permission, plain http, an old browser), a
 * copy command from the reader's click still works in most places.
 *
 * @returns Whether the clipboard holds it now.
 */
export async function copyToClipboard({ plain, html }: Copied): Promise<boolean> {
  try {
    if (html !== undefined && typeof ClipboardItem !== 'undefined') {
      const item = new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      });
      await navigator.clipboard.write([item]);
    } else await navigator.clipboard.writeText(plain);
    return true;
  } catch {
    return copyByCommand({ plain, ...(html === undefined ? {} : { html }) });
  }
}

function copyByCommand({ plain, html }: Copied): boolean {
  let taken = false;
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    taken = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy);
  try {
    // Deprecated, and the only way that needs no permission.
    return document.execCommand('copy') && taken;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', onCopy);
  }
}
