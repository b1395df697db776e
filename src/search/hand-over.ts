/** The find page: the text goes along to the page in the other language, in no address. */
const field = document.querySelector<HTMLTextAreaElement>('main #search-text');
const key = 'text';

try {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (field && field.value === '' && text) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
} catch {
  // Storage is forbidden.
}

for (const link of document.querySelectorAll('.languages a'))
  link.addEventListener('click', () => {
    try {
      if (field && field.value !== '') sessionStorage.setItem(key, field.value);
    } catch {
      // Storage is forbidden, or the text is too long for it.
    }
  });
