import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCodes } from '../data/read-content.ts';
import { siteSettings } from '../data/site-settings.ts';
import { packageFile, writePackage } from '../explain/build/write-package.ts';
import { readCatalogNames } from '../offline/build/group-files.ts';
import { defaultLimit, writeWorker, writeWorkerOff } from '../offline/build/write-worker.ts';
import { writeFile } from '../offline/file/write-file.ts';
import { checkAddresses } from './check-addresses.ts';
import { guardPages } from './guard-pages.ts';
import { preloadSearch } from './preload-search.ts';

/**
 * Makes a site of the finished pages, step by step: each reads what the steps before it wrote. Must be
 * the last integration. OFFLINE=0 builds without the service worker; OFFLINE_LIMIT is the number of
 * bytes that a reader stores without being asked.
 */
export function finishSite(base: string, site: string): AstroIntegration {
  const isOffline = process.env['OFFLINE'] !== '0';
  return {
    name: 'finish-site',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (isOffline && command === 'build')
          injectScript('page', `import '/src/offline/page/register.ts';`);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const address = new URL(base, site).href;
        const reportSize = (file: string, bytes: number) =>
          logger.info(`${file}, ${Math.ceil(bytes / 1000)} kB`);
        reportSize('offline/error-codes.html', await writeFile(folder, base, address));
        reportSize(packageFile, await writePackage(folder, address, siteSettings));
        await preloadSearch(folder, base);
        guardPages(folder, base, logger);
        if (isOffline) logger.info(await storeOffline(folder, base));
        else await writeWorkerOff(folder);
        checkAddresses(folder, base, site);
      },
    },
  };
}

/** Writes the service worker. @returns What it stores, for the log. */
async function storeOffline(folder: string, base: string): Promise<string> {
  const limit = Number(process.env['OFFLINE_LIMIT'] || defaultLimit);
  const catalogs = [...readCodes(new URL('../', import.meta.url))].map(readCatalogNames);
  const { version, files, bytes, partial } = await writeWorker(folder, base, catalogs, limit);
  const share = partial ? 'catalogs at the reader’s request' : 'the whole site';
  return `offline: ${share}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, version ${version}`;
}
