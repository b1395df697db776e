/**
 * Serve the built site: `npm start` builds first, `node scripts/serve.ts` serves what is there.
 *
 *   --port 4321        port to start looking at
 *   --host 127.0.0.1   address to listen on; 0.0.0.0 lets other machines in
 *   --base /           path under which the site was built; BASE_PATH says the same
 *   --root dist        folder to serve
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { restoreSite } from './build/swap-folders.ts';
import { findFreePort } from './serve/find-free-port.ts';
import { startServer } from './serve/static-server.ts';

const { port, host, base, root } = readOptions();

// A build may have been stopped just while it put the new site in the old one's place.
restoreSite(root);
if (!existsSync(root)) {
  console.error(
    `${root}: there is no built site. Run \`npm run build\`, or \`npm start\` for both.`,
  );
  process.exit(1);
}

const free = await findFreePort(port, host);
if (free !== port) console.log(`Port ${port} is taken, so this is ${free}.`);

const server = await startServer({ root, base, port: free, host });
const shown = ['127.0.0.1', '0.0.0.0', '::'].includes(host)
  ? server.url.replace(/\/\/(\[[^\]]*\]|[^:/]+)/, '//localhost')
  : server.url;
console.log(`The site is at ${shown} (Ctrl+C stops it)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close());
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4321' },
        host: { type: 'string', default: '127.0.0.1' },
        base: { type: 'string', default: process.env['BASE_PATH'] ?? '/' },
        root: { type: 'string', default: 'dist' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Error(`--port ${values.port}: expected a number between 1 and 65535`);
    }
    return { ...values, port };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
