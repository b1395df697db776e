/** Maps the names of HTML tags to the few that readers know; the others are removed, or are text. */
import type { Tag } from './tags.ts';

const words = (list: string) => list.split(' ');
const all = (name: string, list: string): [string, string][] =>
  words(list).map((other) => [other, name]);

/** Tags of tables. */
export const structure = new Set(words('table caption thead tbody tfoot tr th td'));

/** Tags that differ in name only become one: parser and reader need to know few. */
const names = new Map([
  ...[...structure].map((name): [string, string] => [name, name]),
  ...words('p h1 h2 h3 h4 h5 h6 dl dt dd details summary ul ol li pre br hr a').map(
    (name): [string, string] => [name, name],
  ),
  ...all('div', 'div blockquote center'),
  ...all('em', 'em i'),
  ...all('strong', 'strong b'),
  ...all('code', 'code kbd samp tt'),
  ...all('del', 'del s strike'),
  ...all('sup', 'sup'),
]);

/** Blocks that only group. */
const wrappers = new Set(
  words('article aside dialog fieldset figcaption figure footer form header main nav section'),
);

/** Tags around text that only change its look. */
const presentational = new Set(
  words(
    'abbr acronym address bdi bdo big button cite data dfn font ins label legend mark nobr optgroup option output q rp rt ruby select small span sub textarea time u var',
  ),
);

/** Tags without text of their own. */
const empty = new Set(words('area base col embed img input link meta param source track wbr'));

/** Whether an element ends with its tag. */
export const isVoid = (name: string): boolean => empty.has(name) || name === 'br' || name === 'hr';

/** A tag with a prefix is one of a word processor: `<o:p>`. */
const isPresentational = (name: string) => presentational.has(name) || /^[a-z]\d*:[a-z]/.test(name);

const marks = new Set(['em', 'strong', 'code', 'del', 'sup']);

/** Canonical names that nest without limit. */
export const nesting = new Set([...marks, 'a', 'div', 'dl', 'details', 'ul', 'ol', 'pre']);

/**
 * What a tag becomes: a canonical name, "" for a tag that goes, undefined for literal text.
 *
 * An empty element without attributes, such as `<param>`, is a placeholder in a message.
 */
export function nameOfTag(tag: Tag): string | undefined {
  const name = names.get(tag.name);
  if (name !== undefined) return name;
  if (wrappers.has(tag.name)) return 'div';
  if (isPresentational(tag.name) || tag.name === 'colgroup') return '';
  if (!empty.has(tag.name)) return undefined;
  return tag.name === 'wbr' || tag.close || tag.attributes.trim() !== '' ? '' : undefined;
}

/**
 * Whether a tag needs its end tag to be markup: without it, as in "index <i> out of range", it is a
 * placeholder.
 */
export const needsEnd = (name: string): boolean =>
  isPresentational(name) ||
  wrappers.has(name) ||
  name === 'details' ||
  marks.has(names.get(name) ?? '');
