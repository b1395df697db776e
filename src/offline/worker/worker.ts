/**
 * The service worker: keeps one whole version of the site in this browser and answers from it.
 *
 * A new version is fetched into a cache of its own while the old one goes on answering, and takes
 * over when no tab is open or when the reader reloads the only one. So no page is ever made of two
 * versions.
 */
import { answer } from './answer.ts';
import { renderTakeOver, shouldTakeOver } from './take-over.ts';
import {
  type Build,
  cacheNameOf,
  dropGroup,
  dropOthers,
  keepGroup,
  keepVersion,
  readGroups,
} from './versions.ts';
import type { State, WorkerFetchEvent, WorkerMessageEvent, WorkerScope } from './worker-types.ts';

/** Written in by the build. */
declare const BUILD: Build & { partial: boolean };

const build: Build = { version: BUILD.version, base: BUILD.base };
const scope = self as unknown as WorkerScope;

scope.addEventListener('install', (event) => event.waitUntil(keepVersion(build)));

scope.addEventListener('activate', (event) => {
  // The page of a first visit may use the kept files at once. Later there is nothing to claim.
  event.waitUntil(dropOthers(build).then((had) => (had ? undefined : scope.clients.claim())));
});

scope.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const ours = origin === location.origin && pathname.startsWith(build.base);
  if (event.request.method !== 'GET' || !ours) return;
  event.respondWith(respond(event));
});

/** Pages that came from the network, as they are not kept: of the server's build, maybe another. */
const foreign = new Set<string>();
/** Groups that are being fetched now; a version that does so cannot be replaced. */
let fetching = 0;
/** Whether the next version was asked to take over: this one shows no page any more. */
let leaving = false;

async function respond(event: WorkerFetchEvent): Promise<Response> {
  const isPage = event.request.mode === 'navigate';
  leaving ||= fetching === 0 && (await shouldTakeOver(event, scope));
  if (leaving && isPage) {
    // For readers who have turned scripts off; otherwise the page asks for it.
    scope.registration.waiting?.postMessage({ ask: 'take-over' });
    return renderTakeOver();
  }
  const name = cacheNameOf(build);
  const isForeign = !isPage && foreign.has(event.clientId);
  const response = await answer(event.request, name, build.base, BUILD.partial, isForeign);
  // Kept responses were made anew and have no address.
  if (isPage && response.url !== '') foreign.add(event.resultingClientId);
  return response;
}

scope.addEventListener('message', (event) => event.waitUntil(reply(event)));

async function reply({ data, ports: [port] }: WorkerMessageEvent): Promise<void> {
  if (data.ask === 'take-over') return scope.skipWaiting();
  const send = async (more: Partial<State> = {}) =>
    port?.postMessage({ version: build.version, groups: await readGroups(build), ...more });
  try {
    if (data.ask === 'drop') await dropGroup(build, data.group);
    if (data.ask === 'keep') {
      fetching++;
      await keepGroup(build, data.group, (done) => {
        if (done % 50 === 0) void send({ done });
      }).finally(() => fetching--);
    }
    await send();
  } catch (error) {
    await send({ failed: String(error) });
  }
}
