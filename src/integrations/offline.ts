import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCodes } from '../data/read-content.ts';
import { readCatalogNames } from '../offline/build/group-files.ts';
import { defaultLimit, writeWorker, writeWorkerOff } from '../offline/build/write-worker.ts';

/**
 * Makes the site work without a network: a service worker stores it in the reader's browser.
 * OFFLINE=0 builds without it; OFFLINE_LIMIT is the number of bytes that are fetched without asking.
 * Must be the last integration that writes, because it lists every file with a digest of its content.
 */
export function offline(base: string): AstroIntegration {
  const isOn = process.env['OFFLINE'] !== '0';
  let source = new URL('../', import.meta.url);
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (isOn && command === 'build')
          injectScript('page', `import '/src/offline/page/register.ts';`);
      },
      'astro:config:done': ({ config }) => {
        source = config.srcDir;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        if (!isOn) {
          await writeWorkerOff(folder);
          logger.info('off');
          return;
        }
        const limit = Number(process.env['OFFLINE_LIMIT'] || defaultLimit);
        const catalogs = [...readCodes(source)].map(readCatalogNames);
        const stored = await writeWorker(folder, base, catalogs, limit);
        const { version, files, bytes, partial } = stored;
        const share = partial ? 'catalogs at the reader’s request' : 'the whole site';
        logger.info(`${share}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, version ${version}`);
      },
    },
  };
}
