import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteSettings } from '../data/site-settings.ts';
import { packageFile, writePackage } from '../explain/build/write-package.ts';

/** Writes `download/explain.tgz`: the lookup as a program for the terminal. */
export function explain(base: string, site: string): AstroIntegration {
  return {
    name: 'explain',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const bytes = await writePackage(
          fileURLToPath(dir),
          new URL(base, site).href,
          siteSettings,
        );
        logger.info(`${packageFile}, ${Math.ceil(bytes / 1000)} kB`);
      },
    },
  };
}
