import { type Hashes, hashParts, renderPolicy } from './policy.ts';
import { scanHtml } from './scan-html.ts';

const charset = /<meta charset=[^>]*>/i;
const head = /<head(?:\s[^>]*)?>/i;

/**
 * Put the policy that a page needs into the page, ahead of everything it governs, and the rule that
 * no address is passed on.
 *
 * @param all Takes the hashes of this page, for the policy of the whole site.
 * @returns The page; unchanged when it states a policy of its own.
 * @throws When the page has an event handler attribute, which no policy of ours allows, or no head.
 */
export function insertPolicy(html: string, all: Hashes): string {
  const parts = scanHtml(html);
  const [handler] = parts.eventHandlers;
  if (handler !== undefined) {
    throw new Error(
      `it has ${handler}. Event handler attributes are blocked by the Content-Security-Policy: add the listener in a script.`,
    );
  }
  const hashes = hashParts(parts, all);
  if (parts.metas.has('content-security-policy')) return html;
  const policy = renderPolicy(hashes, { header: false });
  const metas = [`<meta http-equiv="Content-Security-Policy" content="${policy}">`];
  if (!parts.metas.has('referrer')) metas.push('<meta name="referrer" content="no-referrer">');
  const at = charset.exec(html) ?? head.exec(html);
  if (!at) throw new Error('it has no <head> to hold the Content-Security-Policy. Add one.');
  const end = at.index + at[0].length;
  return `${html.slice(0, end)}${metas.join('')}${html.slice(end)}`;
}
