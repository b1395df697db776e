/** Copy buttons: shown only where they can work, with feedback, and without clipboard permission too. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-needs-script]')) {
  button.hidden = false;
}

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  const link = button.dataset['copyLink'];
  const text = link === undefined ? button.dataset['copy'] : addressOf(link);
  if (text === undefined) return;
  const copied = await copy(text);
  const label = button.textContent;
  button.textContent = document.body.dataset[copied ? 'copied' : 'copyFailed'] ?? '✓';
  setTimeout(() => {
    button.textContent = label;
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
