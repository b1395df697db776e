/** Which code did someone mean by an address that leads nowhere? Pure; runs in the page and in tests. */

/** A code that has a page: catalog, page name, code. */
export type Addressed = readonly [catalog: string, slug: string, code: string];

/** What an address comes to: one page to go to, or a short list to choose from. */
export interface Resolved {
  land?: Addressed;
  list: Addressed[];
}

const longest = 8;

/**
 * Find the code in an address.
 *
 * The end of the path is read as a code in any spelling: case, separators and missing zeros do not
 * matter, and the parts of a code may stand in several folders (`/errors/apig/0201`). What is not
 * found so is compared by its number alone and then by its letters, for a list to choose from.
 *
 * @param path Path of the address, without the site's base.
 * @param known Every code that has a page.
 * @example resolveAddress('/apig.201', known).land // => ['apig', 'apig-0201', 'APIG.0201']
 */
export function resolveAddress(path: string, known: readonly Addressed[]): Resolved {
  const parts = segmentsOf(path);
  const catalogs = new Set(parts.map((part) => part.toLowerCase()));
  for (let start = 0; start < parts.length; start += 1) {
    for (let end = parts.length; end > start; end -= 1) {
      const key = foldCode(parts.slice(start, end).join('.'));
      const same =
        key === ''
          ? []
          : known.filter(([, slug, code]) => foldCode(code) === key || foldCode(slug) === key);
      // A catalog named in the path decides between codes of one name.
      const named = same.filter(([catalog]) => catalogs.has(catalog));
      const chosen = named.length > 0 ? named : same;
      const [only, ...others] = chosen;
      if (only !== undefined && others.length === 0) return { land: only, list: [] };
      if (only !== undefined) return { list: chosen.slice(0, longest) };
    }
  }
  return { list: guess(parts, known) };
}

/** The language an address asks for, if it names one. */
export function localeOf(path: string): 'en' | 'zh-cn' | undefined {
  const first =
    path
      .split('/')
      .find((part) => part !== '')
      ?.toLowerCase() ?? '';
  return /^zh\b/.test(first) ? 'zh-cn' : /^en\b/.test(first) ? 'en' : undefined;
}

/**
 * A code with all that people get wrong taken out.
 *
 * @example foldCode('APIG_0201') === foldCode('apig.201') // => true
 */
export function foldCode(code: string): string {
  return code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ')
    .trim()
    .split(' ')
    .map((word) => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word))
    .join('');
}

/** Folders and file of an address, decoded, without the endings of pages. */
export function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    })
    .map((part) => part.replace(/\.(html?|mdx?|json|php|aspx?)$/i, ''))
    .filter((part) => part !== '' && part !== 'index')
    .slice(0, 12)
    .map((part) => part.slice(0, 200));
}

/** Codes that share the number or the beginning of what was asked, the likest first. */
function guess(parts: readonly string[], known: readonly Addressed[]): Addressed[] {
  const words = parts
    .slice(-2)
    .flatMap((part) => part.toLowerCase().match(/\p{L}{3,}|\p{N}{2,}/gu) ?? []);
  if (words.length === 0) return [];
  const scored = known.map((item) => {
    const own = item[2].toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
    const score = words.reduce(
      (sum, word) => sum + Math.max(0, ...own.map((other) => likeness(word, other))),
      0,
    );
    return { item, score };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < 2) return [];
  return scored
    .filter(({ score }) => score >= best - 0.5)
    .slice(0, longest)
    .map(({ item }) => item);
}

function likeness(word: string, other: string): number {
  const numbers = /^\p{N}/u.test(word);
  const [left, right] = numbers
    ? [word.replace(/^0+/, ''), other.replace(/^0+/, '')]
    : [word, other];
  if (left === right) return numbers ? 3 : 2;
  // Neighbours: 0202 is near 0201.
  if (numbers) return word.length > 2 && word.slice(0, -2) === other.slice(0, -2) ? 1 : 0;
  if (Math.min(left.length, right.length) < 4) return 0;
  return left.startsWith(right) || right.startsWith(left)
    ? 1.5
    : distance(left, right) === 1
      ? 1.5
      : 0;
}

/** Whether two words are one change apart: 0, 1, or 2 for more. */
function distance(left: string, right: string): 0 | 1 | 2 {
  if (left === right) return 0;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return 2;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  return rest === short.slice(start) || rest === short.slice(start + 1) ? 1 : 2;
}
