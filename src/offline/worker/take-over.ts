import type { WorkerFetchEvent, WorkerScope } from './worker-types.ts';

/**
 * Whether a waiting version should take over before this navigation is answered: the reader reloads
 * the only open tab. Browsers keep a worker waiting through a reload, because the old page is still
 * there while the new one is fetched; a single tab would never get a new version.
 *
 * With other tabs open the old version stays, so that they get no files of the new one.
 */
export async function shouldTakeOver(
  { request }: WorkerFetchEvent,
  scope: WorkerScope,
): Promise<boolean> {
  if (request.mode !== 'navigate' || !scope.registration.waiting) return false;
  const [tab, ...others] = await scope.clients.matchAll({ type: 'window' });
  if (others.length > 0) return false;
  if (!tab) return true;
  // Not the whole address: pages remove the search text from it.
  const isSameAddress = new URL(tab.url).pathname === new URL(request.url).pathname;
  return request.isReloadNavigation ?? isSameAddress;
}

/** Return a page that activates the waiting version, and loads the address again. */
export function renderTakeOver(): Response {
  const script = `(async () => {
    const again = () => location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', again);
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.waiting) registration.waiting.postMessage({ ask: 'take-over' });
    else setTimeout(again, 200);
    setTimeout(again, 2000);
  })();`;
  return new Response(
    `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>…</title><noscript><meta http-equiv="refresh" content="1"></noscript><script>${script}</script>`,
    { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } },
  );
}
