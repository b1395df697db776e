import { insertPolicy } from './insert-policy.ts';
import { noHashes } from './policy.ts';

/** Hashes of all pages of this build, for the policy of the whole site. */
export const siteHashes = noHashes();

/** Pages that have been guarded: paths from the site's folder, with "/". */
export const guardedPages = new Set<string>();

/**
 * Give a page its policy, and the policy of the whole site what it needs for this page.
 *
 * @param path Its path from the site's folder, with "/".
 * @throws What `insertPolicy` throws, with the path before it.
 */
export function guardPage(path: string, html: string): string {
  guardedPages.add(path);
  try {
    return insertPolicy(html, siteHashes);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}
