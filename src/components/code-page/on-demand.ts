/**
 * What few readers of a code page need is loaded when they ask for it: the copy buttons' work at
 * the first click, and what a link is pinned to when the address says so.
 */
document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (button !== null && Object.keys(button.dataset).some((key) => key.startsWith('copy'))) {
    const { copyFor } = await import('./copy.ts');
    await copyFor(button);
  }
});

const pin = new URLSearchParams(location.search).get('variant');
const words = document.querySelector<HTMLTemplateElement>('#pinned-words');
if (pin !== null && words !== null) {
  const { showPinned } = await import('./pinned.ts');
  showPinned(pin, words);
}
delete document.documentElement.dataset['asked'];

export {};
