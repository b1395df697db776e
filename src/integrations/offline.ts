import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type CatalogNames, readCatalogNames } from '../offline/build/group-files.ts';
import { defaultLimit, writeWorker, writeWorkerOff } from '../offline/build/write-worker.ts';
import { siteBase } from './site-base.ts';

/**
 * Makes the site work without a network: a service worker stores it in the reader's browser.
 * OFFLINE=0 builds without it; OFFLINE_LIMIT is the number of bytes that are fetched without asking.
 * Must be the last integration, because it lists every file with a digest of its content.
 */
export function offline(): AstroIntegration {
  const isOn = process.env['OFFLINE'] !== '0';
  let base = '/';
  let source = new URL('../', import.meta.url);
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (isOn && command === 'build')
          injectScript('page', `import '/src/offline/page/register.ts';`);
      },
      'astro:config:done': ({ config }) => {
        base = siteBase(config);
        source = config.srcDir;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        if (!isOn) {
          await writeWorkerOff(folder);
          logger.info('off');
          return;
        }
        const limit = Number(process.env['OFFLINE_LIMIT'] ?? defaultLimit);
        const { version, files, bytes, partial } = await writeWorker(
          folder,
          base,
          readAllNames(source),
          limit,
        );
        const share = partial ? 'catalogs at the reader’s request' : 'the whole site';
        logger.info(`${share}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, version ${version}`);
      },
    },
  };
}

/** Return the short links of every catalog, from the data that ingest wrote. */
function readAllNames(source: URL): CatalogNames[] {
  const folder = new URL('content/codes/', source);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readCatalogNames(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
}
