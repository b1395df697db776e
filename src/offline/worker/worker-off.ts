/** The worker of a site built without offline use: it removes what an earlier build stored. */
import type { WorkerScope } from './worker-types.ts';

const scope = self as unknown as WorkerScope;

scope.addEventListener('message', ({ data, ports: [port] }) => {
  if (data.ask === 'take-over') void scope.skipWaiting();
  port?.postMessage({ version: 'off' });
});
scope.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove(): Promise<void> {
  const { pathname } = new URL(scope.registration.scope);
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(`offline ${pathname} `));
  await Promise.all(own.map((name) => caches.delete(name)));
  await scope.registration.unregister();
}
