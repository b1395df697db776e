import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFile } from '../offline/file/write-file.ts';
import { siteBase } from './site-base.ts';

/** Writes `offline/error-codes.html`: all codes as one file, for networks without this site. */
export function singleFile(): AstroIntegration {
  let base = '/';
  let site = '';
  return {
    name: 'single-file',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = siteBase(config);
        site = new URL(base, config.site ?? 'http://localhost').href;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const bytes = await writeFile(fileURLToPath(dir), base, site);
        logger.info(`offline/error-codes.html, ${Math.ceil(bytes / 1000)} kB`);
      },
    },
  };
}
