import { askVersion } from '../worker/ask-version.ts';
import { isOwnScript } from '../worker/script-marks.ts';

/** Time for a worker to start and to answer on a slow phone (ms). */
const answerLimit = 5000;

/**
 * Registers the service worker, unless the host serves something else as `sw.js`: an empty, a
 * foreign or half a script. The browser looks for a new script by itself too, so a foreign one may
 * be waiting to replace the stored version; then this version's script is registered under its own
 * name, which replaces the foreign one.
 *
 * @throws Where the browser forbids workers.
 */
export async function registerWorker(base: string): Promise<void> {
  const register = (name: string) =>
    navigator.serviceWorker.register(base + name, { scope: base, updateViaCache: 'none' });
  const script = await fetch(`${base}sw.js`, { cache: 'no-store' }).catch(() => undefined);
  if (script?.ok && isOwnScript(await script.text())) await register('sw.js');
  const registration = await navigator.serviceWorker.getRegistration(base);
  if (!registration) return;
  const check = async () => {
    const { active, waiting } = registration;
    if (!active || !waiting) return;
    const [kept, next] = await Promise.all([
      askVersion(active, answerLimit),
      askVersion(waiting, answerLimit),
    ]);
    if (kept === undefined && next !== undefined) waiting.postMessage({ ask: 'take-over' });
    if (kept !== undefined && next === undefined && registration.waiting === waiting)
      await register(`sw-${kept}.js`);
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => void check().catch(() => {}));
  });
  await check();
}
