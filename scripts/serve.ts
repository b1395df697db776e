/**
 * Serves the built site: `npm start` builds first, `node scripts/serve.ts` serves what is in dist/.
 *
 *   --port 4321        first port to try
 *   --host 127.0.0.1   address to listen on; 0.0.0.0 lets other machines connect
 *   --base /           path below which the site was built; default: BASE_PATH
 *   --root dist        folder to serve
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { restoreSite } from './build/replace-site.ts';
import { exitWithUsage, readOptions } from './read-options.ts';
import { startServer } from './serve/static-server.ts';

const usage =
  'node scripts/serve.ts [--port NUMBER] [--host ADDRESS] [--base PATH] [--root FOLDER]';
const { port, host, base, root } = readOptions(
  {
    port: { type: 'string', default: '4321' },
    host: { type: 'string', default: '127.0.0.1' },
    base: { type: 'string', default: process.env['BASE_PATH'] || '/' },
    root: { type: 'string', default: 'dist' },
  },
  usage,
);
const first = Number(port);
if (!Number.isInteger(first) || first < 1 || first > 65535) {
  exitWithUsage(`--port ${port}: expected a number between 1 and 65535`, usage);
}

// A build may have been stopped between the two renames that replace the site.
restoreSite(root);
if (!existsSync(join(root, 'index.html'))) {
  console.error(`${root}: no built site. Run \`npm run build\`, or \`npm start\` for both.`);
  process.exit(1);
}
const server = await startOnFreePort();
console.log(`The site is at ${server.url} (Ctrl+C stops it)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close());
}

/** Starts the server on the first of a hundred ports that is free. */
async function startOnFreePort() {
  for (let port = first; ; port++) {
    try {
      return await startServer({ root, base, port, host });
    } catch (error) {
      // EACCES: a port that only root may use.
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
        exitWithUsage(`--host ${host}: not an address of this machine`, usage);
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || port === first + 100) throw error;
      console.log(`Port ${port} is taken; trying ${port + 1}.`);
    }
  }
}
