/** The lookup in a worker, so that a page stays responsive whatever is pasted. */
import type { Engine } from './engine.ts';
import { openEngine } from './open-engine.ts';
import type { Call, Files, Reply } from './worker-messages.ts';

let engine: Engine | undefined;
let latest = 0;

addEventListener('message', async ({ data }: MessageEvent<Files | Call>) => {
  if ('core' in data) {
    engine = openEngine(data);
    return;
  }
  const { id, method, args } = data;
  if (method === 'answer') {
    latest = id;
    await new Promise((done) => setTimeout(done, 0));
  }
  const reply: Reply = { id };
  try {
    // Of the texts that came while one was looked up, only the last is still wanted.
    if (method === 'answer' && id !== latest) throw new Error('there is a later text');
    if (!engine) throw new Error('no index');
    reply.value = (engine[method] as (...args: unknown[]) => unknown)(...args);
  } catch (error) {
    reply.error = String(error);
  }
  postMessage(reply);
});
postMessage('started');
