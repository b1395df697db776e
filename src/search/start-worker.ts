/** Starts the worker that looks texts up. */

/** Returns a worker that has started; nothing if there are none, or a policy forbids it. */
export function startWorker(): Promise<Worker | undefined> {
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
