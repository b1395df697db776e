import type { AstroConfig } from 'astro';

/**
 * Path of the site, with a slash at both ends, however the configuration spells it.
 *
 * @example siteBase({ base: '/errors' }) // => '/errors/'
 */
export function siteBase({ base }: Pick<AstroConfig, 'base'>): string {
  return `/${base}/`.replace(/\/+/g, '/');
}
