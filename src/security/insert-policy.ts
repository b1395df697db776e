import { type Hashes, hashParts, renderPolicy } from './policy.ts';
import { type PageParts, scanHtml } from './scan-html.ts';

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
