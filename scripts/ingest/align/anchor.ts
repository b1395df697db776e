import { createHash } from 'node:crypto';
import type { Entry } from '../../../src/model/entry.ts';
import { hyphenate } from '../../../src/text/hyphenate.ts';

/** Page names that the site itself needs; no code may have one as its slug. */
export const reservedSlugs = [
  'compare',
  'worklist',
  'history',
  'sources',
  'find',
  'codes',
  'schema',
  'index',
];

/** File systems stop at 255 bytes a name; the ending and a staged copy need some of them. */
const longestSlug = 200;

/**
 * The part of a URL that stands for a code: lower case, everything else a hyphen. A code that says
 * something in letters outside a-z, or is too long for a file name, ends in a digest of itself.
 *
 * @example slugOf('APIG.0201') // => 'apig-0201'
 */
export function slugOf(code: string): string {
  const plain = hyphenate(code);
  const lossy = plain === '' || /[^\p{ASCII}\p{P}\p{Z}]/u.test(code.normalize('NFKC'));
  if (!lossy && plain.length <= longestSlug) return plain;
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return hyphenate(`${plain.slice(0, longestSlug)} ${digest}`);
}

/**
 * The anchor of a row: HTTP status and message. `undefined` where the message has no Latin letter.
 *
 * @example anchorOf(entry) // => '413-request-entity-too-large'
 */
export function anchorOf(entry: Entry): string | undefined {
  const message = hyphenate(entry.message?.plain ?? '');
  if (!/[a-z]/.test(message)) return undefined;
  return hyphenate(`${entry.httpStatus?.plain ?? ''} ${entry.message?.plain ?? ''}`);
}
