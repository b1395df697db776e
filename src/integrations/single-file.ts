import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFile } from '../offline/file/write-file.ts';

/** Writes `offline/error-codes.html`: all codes as one file, for networks without this site. */
export function singleFile(base: string, site: string): AstroIntegration {
  return {
    name: 'single-file',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const bytes = await writeFile(fileURLToPath(dir), base, new URL(base, site).href);
        logger.info(`offline/error-codes.html, ${Math.ceil(bytes / 1000)} kB`);
      },
    },
  };
}
