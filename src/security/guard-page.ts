import { insertPolicy } from './insert-policy.ts';
import { noHashes } from './policy.ts';

/** Hashes of all pages of this build, for the policy of the whole site. */
export const siteHashes = noHashes();

/** Paths of the pages that have their policy, with "/". */
export const guardedPages = new Set<string>();

/**
 * Returns a page with its policy, and adds its hashes to those of the whole site.
 *
 * @param path Path of the page in the site's folder, for messages.
 * @throws The errors of `insertPolicy`, with the path.
 */
export function guardPage(path: string, html: string): string {
  guardedPages.add(path);
  try {
    return insertPolicy(html, siteHashes);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}
