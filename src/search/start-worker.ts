/** Starts the worker that looks texts up. */
import type { Engine } from './engine.ts';
import type { Call, Files, Reply } from './worker-messages.ts';

/** Calls a method of the engine. */
export type CallEngine = (method: keyof Engine, args: unknown[]) => Promise<unknown>;

/** Returns how to call a worker that has these files; nothing if there are none, or a policy forbids it. */
export async function startWorker(files: Promise<Files>): Promise<CallEngine | undefined> {
  const creating = createWorker();
  files.catch(async () => (await creating)?.terminate());
  // Fails as soon as the files do, so that the next attempt begins anew.
  const [worker, sent] = await Promise.all([creating, files]);
  if (!worker) return undefined;
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  worker.postMessage(sent, sent.isLarge ? [sent.core, ...(sent.texts ? [sent.texts] : [])] : []);
  return (method, args) =>
    new Promise((resolve, reject) => {
      const call: Call = { id: ++last, method, args };
      waiting.set(call.id, ({ value, error }) =>
        error === undefined ? resolve(value) : reject(new Error(error)),
      );
      worker.postMessage(call);
    });
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
