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

/**
 * How long a first visit is left alone (ms): fetching the whole site would take the line from what
 * the reader came for. The page about offline use does not wait, and looking for a newer version is
 * but one request.
 */
const patience = 3000;

if ('serviceWorker' in navigator) {
  const { controller } = navigator.serviceWorker;
  const atOnce = controller !== null || document.querySelector('[data-offline]') !== null;
  const act = () => (atOnce ? keep() : setTimeout(keep, patience));
  if (document.readyState === 'complete') act();
  else addEventListener('load', act, { once: true });
}
