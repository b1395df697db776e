import { insertPolicy } from './insert-policy.ts';
import { noHashes } from './policy.ts';
import { scanHtml } from './scan-html.ts';

/** Hashes of all pages of this build, for the policy of the whole site. */
export const siteHashes = noHashes();

/** Paths of the pages that have their policy, with "/". */
export const guardedPages = new Set<string>();

/** Addresses that pages link to, as they are written, each with a page that has it. */
export const linkedAddresses = new Map<string, string>();

/**
 * Returns a page with its policy, and adds its hashes and its links to those of the whole site.
 *
 * @param path Path of the page in the site's folder, for messages.
 * @throws The errors of `insertPolicy`, with the path.
 */
export function guardPage(path: string, html: string): string {
  guardedPages.add(path);
  try {
    const parts = scanHtml(html);
    for (const address of parts.addresses) {
      const [written = ''] = address.split('#', 1);
      if (written === '') continue;
      // A relative address means something else on each page.
      const key = /^(\/|[a-z][a-z\d+.-]*:)/i.test(written) ? written : `${path}\n${written}`;
      // A copy: V8 keeps the whole page as long as a part of it is used.
      if (!linkedAddresses.has(key)) linkedAddresses.set(structuredClone(key), path);
    }
    return insertPolicy(html, siteHashes, parts);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}
