import { noHashes } from './policy.ts';

/** Hashes of all pages of this build, for the policy of the whole site. */
export const siteHashes = noHashes();

/** Pages that were given their policy when they were rendered: paths from the site's folder. */
export const guardedPages = new Set<string>();
