import { type Hashes, hashParts, noHashes, renderPolicy } from './policy.ts';
import { type PageParts, scanHtml } from './scan-html.ts';

/** What was seen in the pages of this build. */
export interface Seen {
  /** For the policy of the whole site. */
  hashes: Hashes;
  /** Paths of the pages that have their policy, with "/". */
  pages: Set<string>;
  /** Addresses that pages link to, as they are written, each with a page that has it. */
  links: Map<string, string>;
}

export const seen: Seen = { hashes: noHashes(), pages: new Set(), links: new Map() };

/** Adds what another thread saw. */
export function addSeen({ hashes, pages, links }: Seen): void {
  for (const kind of ['scripts', 'styles', 'styleAttributes'] as const)
    for (const hash of hashes[kind]) seen.hashes[kind].add(hash);
  for (const page of pages) seen.pages.add(page);
  for (const [address, page] of links) seen.links.set(address, page);
}

/**
 * Returns a page with its policy, and adds its hashes and its links to those of the whole site.
 *
 * @throws The errors of `insertPolicy`, with the path.
 */
export function guardPage(path: string, html: string): string {
  seen.pages.add(path);
  try {
    const parts = scanHtml(html);
    for (const address of parts.addresses) {
      const [written = ''] = address.split('#', 1);
      if (written === '') continue;
      // A relative address means something else on each page.
      const key = /^(\/|[a-z][a-z\d+.-]*:)/i.test(written) ? written : `${path}\n${written}`;
      // A copy: V8 keeps the whole page as long as a part of it is used.
      if (!seen.links.has(key)) seen.links.set(structuredClone(key), path);
    }
    return insertPolicy(html, seen.hashes, parts);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Inserts into a page the policy that it needs, before everything that the policy governs, and a
 * referrer rule that sends no address to other sites.
 *
 * @param all Receives the hashes of this page, for the policy of the whole site.
 * @returns The page; unchanged if it contains a policy of its own.
 * @throws If the page has no head, or has an event handler attribute, which the policy would block.
 */
export function insertPolicy(html: string, all: Hashes, parts: PageParts = scanHtml(html)): string {
  const [handler] = parts.eventHandlers;
  if (handler !== undefined) {
    throw new Error(
      `it has ${handler}. Event handler attributes are blocked by the Content-Security-Policy: add the listener in a script.`,
    );
  }
  const hashes = hashParts(parts, all);
  if (parts.metas.has('content-security-policy')) return html;
  const { policyOffset } = parts;
  if (policyOffset === undefined) {
    throw new Error('it has no <head> for the Content-Security-Policy. Add one.');
  }
  const policy = renderPolicy(hashes, { header: false });
  const metas = [`<meta http-equiv="Content-Security-Policy" content="${policy}">`];
  if (!parts.metas.has('referrer')) metas.push('<meta name="referrer" content="no-referrer">');
  return `${html.slice(0, policyOffset)}${metas.join('')}${html.slice(policyOffset)}`;
}
