import type { Entry } from '../../../src/model/entry.ts';

/** Share of a catalog's codes that may have a family of their own: more of them group nothing. */
const maxAlone = 0.1;

/**
 * Returns the family of each code: the caption of its table where the catalog's documents have several
 * tables of codes, else the prefix that codes share. A code that shares its prefix with no other has
 * none: ''. A few numbered ones among families keep theirs.
 *
 * @param entries All entries of a catalog, newest variant first.
 * @returns Family by code.
 * @example familiesOf(entries).get('APIG.0201') // => 'APIG.02'
 */
export function familiesOf(entries: Entry[]): Map<string, string> {
  const families = new Map<string, string>();
  const captions = new Set(entries.map((entry) => entry.table));
  const newest = new Map<string, Entry>();
  for (const entry of entries) if (!newest.has(entry.code)) newest.set(entry.code, entry);
  // Captions of one document tell tables apart only if each entry has one.
  const byCaption =
    captions.size > 1 &&
    !captions.has(undefined) &&
    new Set(entries.map((entry) => entry.variant)).size === 1;
  const byPrefix = Map.groupBy(newest.keys(), prefixOf);
  const alone = [...byPrefix.values()].flatMap((codes) => (codes.length === 1 ? codes : []));
  const few = alone.length <= maxAlone * newest.size;
  for (const [code, entry] of newest) {
    const prefix = prefixOf(code);
    const isAlone = byPrefix.get(prefix)?.length === 1 && !(few && numbered.test(code));
    families.set(code, byCaption ? captionName(entry.table ?? '') : isAlone ? '' : prefix);
  }
  return families;
}

/** “Table 1. General Error Code” → “General Error Code”; “表2.控制台错误码” → “控制台错误码”. */
function captionName(caption: string): string {
  return caption.replace(/^\s*(table|表)\s*\d+\s*[.．:：、]?\s*/i, '') || caption;
}

/** A code that ends in a number of three digits or more. */
const numbered = /\d{3}$/;

/**
 * The prefix that groups a code: up to two digits short of the end of its number, else its first word.
 *
 * @example prefixOf('APIG.0201') // => 'APIG.02'; prefixOf('ECS_QUOTA') // => 'ECS'
 */
export function prefixOf(code: string): string {
  if (numbered.test(code)) return code.slice(0, -2);
  return /^[^._-]+/.exec(code)?.[0] ?? code;
}
