import type { WorkerFetchEvent, WorkerScope } from './worker-types.ts';

/**
 * Whether a newer version should take over before this navigation is answered: one waits, and the
 * reader reloads the only open tab. Browsers let a waiting worker wait through a reload, as the old
 * page is still there while the new one is fetched; so a lone tab would never see a new version.
 *
 * With other tabs open the old version stays: they must not get files of the new one.
 */
export async function shouldTakeOver(
  { request }: WorkerFetchEvent,
  scope: WorkerScope,
): Promise<boolean> {
  if (request.mode !== 'navigate' || !scope.registration.waiting) return false;
  const tabs = await scope.clients.matchAll({ type: 'window' });
  if (tabs.length > 1) return false;
  const [tab] = tabs;
  if (!tab) return true;
  // Not the whole address: pages take what was searched for out of it.
  const sameAddress = new URL(tab.url).pathname === new URL(request.url).pathname;
  return request.isReloadNavigation ?? sameAddress;
}

/** A page of a moment that lets the waiting version take over, and loads the address again. */
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
