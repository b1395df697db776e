/**
 * The service worker of a site that is built without offline use: it takes away what an earlier
 * build left in readers' browsers, which would otherwise go on showing the old site. It waits for
 * its turn as every new version does.
 */
import type { WorkerScope } from './worker-types.ts';

const scope = self as unknown as WorkerScope;

scope.addEventListener('message', ({ data }) => {
  if (data.ask === 'take-over') void scope.skipWaiting();
});
scope.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const { pathname } = new URL(scope.registration.scope);
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(`offline ${pathname} `));
  await Promise.all(own.map((name) => caches.delete(name)));
  await scope.registration.unregister();
}
