/** Starts the worker that looks texts up. */
import type { FileLoader } from './load-files.ts';
import type { Call, Method, Reply } from './worker-messages.ts';

/** Calls a method of the engine. */
export type CallEngine = (method: Method, args: unknown[]) => Promise<unknown>;

/** A worker that has the index. */
export interface LookupWorker {
  call: CallEngine;
  close(): void;
}

/**
 * Returns a worker that has the index; nothing if there are no workers, or a policy
 * forbids them. The worker fetches a large index itself, so that the page never holds it.
 *
 * @throws If the index cannot be fetched.
 */
export async function startWorker(files: FileLoader): Promise<LookupWorker | undefined> {
  const { place } = files;
  const creating = createWorker();
  const sent = place.shards > 0 ? Promise.resolve(place) : files.index();
  sent.catch(async () => (await creating)?.terminate());
  // Fails as soon as the files do, so that the next attempt begins anew.
  const [worker, source] = await Promise.all([creating, sent]);
  if (!worker) return undefined;
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  const call: CallEngine = (method, args) =>
    new Promise((resolve, reject) => {
      const call: Call = { id: ++last, method, args };
      waiting.set(call.id, ({ value, error }) =>
        error === undefined ? resolve(value) : reject(new Error(error)),
      );
      worker.postMessage(call);
    });
  try {
    await call('open', [source]);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return { call, close: () => worker.terminate() };
}

/** Returns a worker once it runs. */
function createWorker(): Promise<Worker | undefined> {
  return new Promise((done) => {
    try {
      const worker = new Worker(new URL('./lookup-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = () => done(worker);
      worker.onerror = () => done(undefined);
    } catch {
      done(undefined);
    }
  });
}
