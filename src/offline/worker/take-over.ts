import { askVersion } from './ask-version.ts';
import type { WorkerFetchEvent, WorkerScope } from './worker-types.ts';

/**
 * Whether a waiting version should take over before this navigation is answered: the reader reloads
 * the only open tab. Browsers keep a worker waiting through a reload, because the old page is still
 * there while the new one is fetched; a single tab would never get a new version.
 *
 * With other tabs open the old version stays, so that they get no files of the new one.
 */
async function shouldTakeOver({ request }: WorkerFetchEvent, scope: WorkerScope): Promise<boolean> {
  if (request.mode !== 'navigate' || !scope.registration.waiting) return false;
  const [tab, ...others] = await scope.clients.matchAll({ type: 'window' });
  if (others.length > 0) return false;
  if (!tab) return true;
  // Not the whole address: pages remove the search text from it.
  const isSameAddress = new URL(tab.url).pathname === new URL(request.url).pathname;
  return request.isReloadNavigation ?? isSameAddress;
}

/** Time for a waiting worker to start and to answer (ms). */
const answerLimit = 3000;
/** Navigations that wait for the next version; then this one answers again. */
const maxAsked = 3;

/**
 * Return what answers a navigation while the next version takes over. A worker that does not
 * answer, such as an empty or foreign script that a host served as `sw.js`, and one that does not
 * take over, is not asked again: the reader stays with this version, and no page reloads for ever.
 */
export function createHandOver(scope: WorkerScope) {
  let isLeaving = false;
  let asked = 0;
  let refused: ServiceWorker | null = null;
  return async (event: WorkerFetchEvent, isBusy: boolean): Promise<Response | undefined> => {
    const { waiting } = scope.registration;
    if (waiting && waiting === refused) return undefined;
    if (!isLeaving && !isBusy && waiting && (await shouldTakeOver(event, scope)))
      isLeaving = (await askVersion(waiting, answerLimit)) !== undefined || refuse(waiting);
    if (!isLeaving) return undefined;
    asked += 1;
    if (asked > maxAsked) {
      isLeaving = refuse(waiting);
      return undefined;
    }
    // For readers without scripts; otherwise the page asks for it.
    waiting?.postMessage({ ask: 'take-over' });
    return renderTakeOver();
  };

  function refuse(worker: ServiceWorker | null): false {
    [refused, asked] = [worker, 0];
    return false;
  }
}

/** Return a page that activates the waiting version, and loads the address again. */
function renderTakeOver(): Response {
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
