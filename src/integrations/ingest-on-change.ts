import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** In `astro dev`: runs ingest when a file below `content/` changes; errors are shown, not fatal. */
export function ingestOnChange(): AstroIntegration {
  return {
    name: 'ingest-on-change',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const content = fileURLToPath(new URL('../../content/', import.meta.url));
        const script = fileURLToPath(new URL('../../scripts/ingest.ts', import.meta.url));
        let running = false;
        let again = false;
        const run = () => {
          if (running) {
            again = true;
            return;
          }
          running = true;
          const child = spawn(process.execPath, [script], { stdio: 'inherit' });
          child.on('close', (code) => {
            running = false;
            logger.info(code === 0 ? 'ingested' : 'ingest failed; the pages stay as they were');
            if (code === 0) server.ws.send({ type: 'full-reload' });
            if (again) {
              again = false;
              run();
            }
          });
        };
        server.watcher.add(content);
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(content)) run();
        });
      },
    },
  };
}
