/** Starts the lookup: in a worker, or in the page where there is none. */
import type { AsyncEngine } from './engine.ts';
import type { FileLoader } from './load-files.ts';
import { startWorker } from './start-worker.ts';

/** Returns the lookup. An answer fails if a later text came before it was begun. */
export async function startEngine(files: FileLoader): Promise<AsyncEngine> {
  const worker = await startWorker(files);
  if (worker) {
    const { call, close } = worker;
    return {
      answer: (...args) => call('answer', args) as ReturnType<AsyncEngine['answer']>,
      codesOf: (...args) => call('codesOf', args) as ReturnType<AsyncEngine['codesOf']>,
      simplification: () => call('simplification', []) as ReturnType<AsyncEngine['simplification']>,
      isWhole: () => call('isWhole', []) as ReturnType<AsyncEngine['isWhole']>,
      close,
    };
  }
  const { openEngine } = await import('./open-engine.ts');
  return { ...openEngine(await files.index()), close: () => {} };
}
