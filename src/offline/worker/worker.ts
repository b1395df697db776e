/**
 * The service worker: stores one whole version of the site in this browser, and answers from it.
 *
 * A new version is fetched into its own cache while the old one answers. It takes over when no tab
 * is open, or when the reader reloads the only one, so no page is ever made of two versions.
 */
import { answer } from './answer.ts';
import { createHandOver } from './take-over.ts';
import {
  type Build,
  cacheNameOf,
  deleteGroup,
  deleteOtherVersions,
  installVersion,
  readGroups,
  restoreFiles,
  storeGroup,
} from './versions.ts';
import type { State, WorkerFetchEvent, WorkerMessageEvent, WorkerScope } from './worker-types.ts';

/** Inserted by the build. */
declare const BUILD: Build & { partial: boolean };

const build: Build = { version: BUILD.version, base: BUILD.base };
const scope = self as unknown as WorkerScope;

scope.addEventListener('install', (event) => event.waitUntil(installVersion(build)));

scope.addEventListener('activate', (event) => {
  // The page of a first visit may use the stored files at once. Later there is nothing to claim.
  const claim = (isUpdate: boolean) => (isUpdate ? undefined : scope.clients.claim());
  event.waitUntil(deleteOtherVersions(build).then(claim));
});

scope.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const isOwn = origin === location.origin && pathname.startsWith(build.base);
  if (event.request.method === 'GET' && isOwn) event.respondWith(respond(event));
});

/** Pages that came from the network: of the server's build, which may be another one. */
const networkPages = new Set<string>();
/** Number of groups that are being fetched; meanwhile this version cannot be replaced. */
let fetching = 0;
/** Whether lost files are being fetched again. */
let isRestoring = false;
const handOver = createHandOver(scope);

async function respond(event: WorkerFetchEvent): Promise<Response> {
  const isPage = event.request.mode === 'navigate';
  const between = isPage ? await handOver(event, fetching > 0) : undefined;
  if (between) return between;
  const fromNetwork = !isPage && networkPages.has(event.clientId);
  const name = cacheNameOf(build);
  const response = await answer(event.request, name, build.base, BUILD.partial, fromNetwork);
  // Stored responses were created anew and have no address.
  const isStored = response.url === '';
  if (isPage && !isStored) networkPages.add(event.resultingClientId);
  if (!isStored && !fromNetwork && !isRestoring) {
    isRestoring = true;
    const restored = restoreFiles(build, event.request.url).catch(() => {});
    event.waitUntil(restored.finally(() => (isRestoring = false)));
  }
  return response;
}

scope.addEventListener('message', (event) => event.waitUntil(reply(event)));

async function reply({ data, ports: [port] }: WorkerMessageEvent): Promise<void> {
  if (data.ask === 'take-over') return scope.skipWaiting();
  if (data.ask === 'version') return port?.postMessage({ version: build.version });
  const send = async (more: Partial<State> = {}) => {
    const groups = (await readGroups(build)).map(({ stored, files, ...group }) => ({
      ...group,
      files: files.length,
      kept: stored,
    }));
    port?.postMessage({ version: build.version, groups, ...more } satisfies State);
  };
  try {
    if (data.ask === 'drop') await deleteGroup(build, data.group);
    if (data.ask === 'keep') {
      fetching++;
      const report = (done: number) => done % 50 === 0 && void send({ done });
      await storeGroup(build, data.group, report).finally(() => fetching--);
    }
    await send();
  } catch (error) {
    await send({ failed: String(error) });
  }
}
