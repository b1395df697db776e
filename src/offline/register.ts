/** Lets the browser keep the site, once the page is there; a reader can have it off. */
const keep = () => {
  try {
    if (localStorage.getItem('offline') === 'off') return;
  } catch {
    return;
  }
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  navigator.serviceWorker
    .register(`${base}sw.js`, { scope: base, updateViaCache: 'none' })
    // A browser that may not: private windows, sites opened by http.
    .catch(() => {});
};

if ('serviceWorker' in navigator) {
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep, { once: true });
}
