/** The full-text search: its index is built with the site; `astro dev` serves that of the last build. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readAllCodes } from '../data/read-content.ts';
import {
  type BegunIndex,
  beginFullTextIndex,
  finishFullTextIndex,
} from '../search/full-text-index.ts';

const source = new URL('../', import.meta.url);

/** Writes `pagefind/` to the output folder. */
export function searchIndex(base: string): AstroIntegration {
  let output = '';
  let begun: Promise<BegunIndex> | undefined;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        output = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = join(output, 'pagefind');
        if (!existsSync(folder)) {
          logger.warn(
            'There is no full-text index yet; run `npm run build` to make it. Codes are found without it.',
          );
        }
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const start = [`${base}pagefind/`, '/pagefind/'].find((one) => path.startsWith(one));
          const file = start && join(folder, decodeURIComponent(path.slice(start.length)));
          if (!file?.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
            next();
            return;
          }
          response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
          createReadStream(file).pipe(response);
        });
      },
      'astro:build:start': () => {
        begun = beginFullTextIndex(readAllCodes(source));
        // A failure is reported when the pages are done, not as an unhandled rejection.
        begun.catch(() => {});
      },
      'astro:build:done': async ({ logger }) => {
        const index = await (begun ?? beginFullTextIndex(readAllCodes(source)));
        const guides = await finishFullTextIndex(index, output);
        logger.info(`${index.records} texts of codes and ${guides} guides indexed`);
      },
    },
  };
}

const types: Partial<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};
