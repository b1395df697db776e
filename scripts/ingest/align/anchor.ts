import type { Entry } from '../model.ts';

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

/**
 * The part of a URL that stands for a code: lower case, everything else a hyphen.
 *
 * @example slugOf('APIG.0201') // => 'apig-0201'
 */
export function slugOf(code: string): string {
  return hyphenate(code);
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

function hyphenate(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
