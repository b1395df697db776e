/** The lookup in a worker, so that a page stays responsive whatever is pasted. */
import type { FileEngine } from './engine.ts';
import { FileLoader, type Place } from './load-files.ts';
import { openEngine } from './open-engine.ts';
import type { Call, Files, Reply } from './worker-messages.ts';

let engine: FileEngine | undefined;
let latest = 0;

async function run({ id, method, args }: Call): Promise<unknown> {
  if (method === 'open') {
    const [source] = args as [Files | Place];
    engine = openEngine('core' in source ? source : await new FileLoader(source).index());
    return undefined;
  }
  if (method === 'answer') {
    latest = id;
    await new Promise((done) => setTimeout(done, 0));
    // Of the texts that came while one was looked up, only the last is still wanted.
    if (id !== latest) throw new Error('there is a later text');
  }
  if (!engine) throw new Error('no index');
  return (engine[method] as (...args: unknown[]) => unknown)(...args);
}

addEventListener('message', async ({ data }: MessageEvent<Call>) => {
  const { id } = data;
  const reply: Reply = await run(data).then(
    (value) => ({ id, value }),
    (error) => ({ id, error: String(error) }),
  );
  postMessage(reply);
});
postMessage('started');
