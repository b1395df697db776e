/** Registers the service worker once the page has loaded, unless the reader has switched it off. */
const register = () => {
  try {
    if (localStorage.getItem('offline') === 'off') return;
  } catch {
    return;
  }
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  import('./register-worker.ts')
    .then(({ registerWorker }) => registerWorker(base))
    // Refused in private windows and on plain http.
    .catch(() => {});
};

/** Delay on a first visit (ms), so that storing the site does not slow down the page. */
const firstVisitDelay = 3000;

try {
  const { controller } = navigator.serviceWorker;
  const isImmediate = controller !== null || document.querySelector('[data-offline]') !== null;
  const start = () => (isImmediate ? register() : setTimeout(register, firstVisitDelay));
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
} catch {
  // There are none on plain http; in a sandboxed frame the property throws.
}
