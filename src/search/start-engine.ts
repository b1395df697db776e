/** Starts the lookup: in a worker, or in the page where there is none. */
import type { AsyncEngine, Engine } from './engine.ts';
import { startWorker } from './start-worker.ts';
import type { Call, Files, Reply } from './worker-messages.ts';

/** Calls a method of the engine. */
type CallEngine = (method: keyof Engine, args: unknown[]) => Promise<unknown>;

/** Returns the lookup. An answer fails if a later text came before it was begun. */
export async function startEngine(files: Promise<Files>): Promise<AsyncEngine> {
  const call = await startCalls(files);
  return {
    answer: (...args) => call('answer', args) as ReturnType<AsyncEngine['answer']>,
    codesOf: (...args) => call('codesOf', args) as ReturnType<AsyncEngine['codesOf']>,
    simplification: () => call('simplification', []) as ReturnType<AsyncEngine['simplification']>,
  };
}

async function startCalls(files: Promise<Files>): Promise<CallEngine> {
  const [worker, sent] = await Promise.all([startWorker(), files]);
  if (worker) return callWorker(worker, sent);
  const { openEngine } = await import('./open-engine.ts');
  const engine = openEngine(sent);
  return async (method, args) => (engine[method] as (...args: unknown[]) => unknown)(...args);
}

function callWorker(worker: Worker, files: Files): CallEngine {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  const { core, texts, isLarge } = files;
  worker.postMessage(files, isLarge ? [core, ...(texts ? [texts] : [])] : []);
  return (method, args) =>
    new Promise((resolve, reject) => {
      const call: Call = { id: ++last, method, args };
      waiting.set(call.id, ({ value, error }) =>
        error === undefined ? resolve(value) : reject(new Error(error)),
      );
      worker.postMessage(call);
    });
}
