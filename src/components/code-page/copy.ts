/** Copy buttons: they say whether it worked, and work without clipboard permission too. */
const words = document.querySelector<HTMLElement>('[data-copied]')?.dataset ?? {};
const labels = new WeakMap<HTMLButtonElement, string>();
/** What a button says is not read out when it changes; this is. */
const status = document.createElement('p');
status.className = 'sr-only';
status.setAttribute('role', 'status');
document.querySelector('main')?.append(status);

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  const link = button.dataset['copyLink'];
  const text = link === undefined ? button.dataset['copy'] : addressOf(link);
  if (text === undefined) return;
  const copied = await copy(text);
  // A second click must not take "Copied" for the label.
  if (!labels.has(button)) labels.set(button, button.textContent);
  button.style.minWidth = `${button.offsetWidth}px`;
  button.textContent = (copied ? words['copied'] : words['copyFailed']) ?? (copied ? '✓' : '✗');
  status.textContent = button.textContent;
  setTimeout(() => {
    button.textContent = labels.get(button) ?? '';
    status.textContent = '';
  }, 1600);
});

function addressOf(anchor: string): string {
  const address = new URL(location.href);
  address.search = '';
  address.hash = anchor;
  return address.href;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without permission, or over plain http, the old way still works from a click.
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}

export {};
