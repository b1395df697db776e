/** Keys that describe another key: with a sign before it, as in ARB files, or a field or a number behind it. */
import { countAll } from '../../../../src/text/count-all.ts';
import { languageOfKey } from '../../../../src/text/lang-of-heading.ts';
import { isCodeShaped, isFieldName, isMetadata } from './keys.ts';
import type { DataEntry, DataMap } from './node.ts';
import { isLeaf } from './record.ts';

const signs = /^(?:[@#$~.]|\/\/|_)(?=[\p{L}\p{N}])/u;

/**
 * Joins what is under a key with a sign before it, or a field behind it, to the entry with the key without it:
 * `{ E1: Full., "@E1": { description: Shown twice. }, "E1.hint": Wait. }`.
 *
 * @returns The map as it is if it has no such keys, and else the texts as messages next to what describes
 *   them; and the keys with that sign that describe nothing.
 * @example joinSigned(of({ E1: 'a', '@E1': { hint: 'b' } })).map // of({ E1: { message: 'a', hint: 'b' } })
 */
export function joinSigned(whole: DataMap): { map: DataMap; orphans: DataEntry[] } {
  const plain = new Map<string, DataEntry>();
  const map = joinPaths(joinLanguagesOfKeys(whole));
  for (const entry of map.entries) if (!plain.has(entry.key)) plain.set(entry.key, entry);
  const joined = new Map<DataEntry, DataEntry[]>();
  const found = new Set<DataEntry>();
  for (const entry of map.entries) {
    const { name, field } = readKey(entry.key);
    const own = plain.get(name);
    if (
      !own ||
      own === entry ||
      plain.get(entry.key) !== entry ||
      !isDescription(entry, own, field)
    )
      continue;
    joined.set(own, [...(joined.get(own) ?? []), ...entriesOf(entry, field)]);
    found.add(entry);
  }
  const rest = map.entries.filter((entry) => !found.has(entry));
  const isOrphan = ({ key, value }: DataEntry) =>
    key.startsWith('@') && signs.test(key) && value.kind === 'map';
  const orphans = rest.filter(isOrphan);
  const hasTexts = rest.some(({ key, value }) => isLeaf(value) && !key.startsWith('@'));
  if (found.size === 0)
    return hasTexts && orphans.length > 0
      ? { map: { ...map, entries: rest.filter((entry) => !isOrphan(entry)) }, orphans }
      : { map, orphans: [] };
  const entries = rest.flatMap((entry) => {
    if (isOrphan(entry)) return [];
    const others = joined.get(entry) ?? [];
    const isAbout = others.length === 0 && (isMetadata(entry.key) || /^[@$#]/.test(entry.key));
    if (isAbout || (others.length === 0 && !isLeaf(entry.value))) return [entry];
    const { line } = entry;
    const value: DataMap = {
      kind: 'map',
      line,
      entries: [...entriesOf(entry, 'message'), ...others],
      isText: isLeaf(entry.value),
    };
    return [{ ...entry, value }];
  });
  return { map: { ...map, entries }, orphans };
}

/** Returns a key without the language at its end, which is '' if there is none: `E1.en`, `E1.title.zh-CN`. */
export function parseLanguage(key: string): { name: string; field: string } {
  const [, name = key, field = ''] = /^(.+)\.([a-z]{2}(?:[-_][a-z]{2,4})?)$/i.exec(key) ?? [];
  return languageOfKey(field) === undefined ? { name: key, field: '' } : { name, field };
}

/** Returns a map in which texts whose keys only differ in a language at the end are one: `{ "E1.en": Full., "E1.zh": 满 }`. */
function joinLanguagesOfKeys(map: DataMap): DataMap {
  const texts = map.entries.flatMap((entry): Path[] => {
    const { name, field } = parseLanguage(entry.key);
    return isLeaf(entry.value) && field !== '' ? [{ entry, name, field }] : [];
  });
  const counts = countAll(texts.map(({ name }) => name));
  return joinOwn(
    map,
    texts.filter(({ name }) => (counts.get(name) ?? 0) > 1),
  );
}

/**
 * Returns a map whose keys are paths as one with a map a code: `{ "E1.title": Full., "E1.body": Wait. }`.
 *
 * A name of a field behind a code is one whatever else is in the map.
 */
function joinPaths(map: DataMap): DataMap {
  const keys = new Set(map.entries.map(({ key }) => key));
  const paths = map.entries.flatMap((entry): Path[] => {
    const { name, field } = path.exec(entry.key)?.groups ?? {};
    return isLeaf(entry.value) && name && field ? [{ entry, name, field }] : [];
  });
  const byName = Map.groupBy(paths, ({ name }) => name);
  const ofCodes = [...byName].flatMap(([name, own]) => {
    const isCode = isCodeShaped(name.replace(/^.*\./, '')) && !keys.has(name);
    return isCode && own.some(({ field }) => isFieldName(field)) ? own : [];
  });
  const joined = joinOwn(map, ofCodes);
  const taken = new Set(ofCodes);
  const others = paths.filter((one) => !taken.has(one));
  const read = new Set(paths.map(({ entry }) => entry));
  const areAll = map.entries.every(
    (entry) => read.has(entry) || isMetadata(entry.key) || signs.test(entry.key),
  );
  return areAll && areFields(others) ? joinOwn(joined, others) : joined;
}

/** A key that may be the path of a code and its field. */
interface Path {
  entry: DataEntry;
  name: string;
  field: string;
}

/** Whether paths end with the same names, two of which one code has; "page.save" ends with no field. */
function areFields(paths: readonly Path[]): boolean {
  const fields = countAll(paths.map(({ field }) => field));
  const names = new Set(paths.map(({ name }) => name));
  return (
    [...fields].every(([field, count]) => count > 1 || isFieldName(field)) &&
    [...fields.keys()].some(isFieldName) &&
    names.size * 3 <= paths.length * 2
  );
}

/** Puts the fields of each name in one map, in place of the first. */
function joinOwn(map: DataMap, paths: readonly Path[]): DataMap {
  const byEntry = new Map(paths.map((one) => [one.entry, one]));
  const byName = Map.groupBy(paths, ({ name }) => name);
  const entries = map.entries.flatMap((entry): DataEntry[] => {
    const { name = '' } = byEntry.get(entry) ?? {};
    const own = byName.get(name);
    if (!own) return [entry];
    if (own[0]?.entry !== entry) return [];
    const { line } = entry;
    const inner = own.map(({ field: key, entry: { line: at, value } }) => ({
      key,
      line: at,
      value,
    }));
    return [{ key: name, line, value: { kind: 'map', line, entries: inner } }];
  });
  return { ...map, entries };
}

/** `errors.E1.title`: the path of a code, and its field. */
const path = /^(?<name>.+)\.(?<field>[a-z]\w*)$/i;

/** `E1.hint`, `E1_hint`, `expired_plural`: not `user_id`, which is another name. */
const behind =
  /^(?:(.+)\.([a-z]\w*)|(.*[A-Z\d])_([a-z]+)|(.+)_(plural|zero|one|two|few|many|other|desc|description|details?|help|hint|message|solution|title))$/;

/**
 * Returns the key that a key describes, and the field in which its text is.
 *
 * @example readKey('E1_hint') // { name: 'E1', field: 'hint' }
 */
export function readKey(key: string): { name: string; field: string } {
  const [, ...parts] = behind.exec(key) ?? [];
  const [name = '', field = ''] = parts.filter((part) => part !== undefined);
  const isField = isFieldName(field) || /^(?:plural|zero|one|two|few|many|other)$/.test(field);
  return isField ? { name, field } : { name: key.replace(signs, ''), field: 'description' };
}

/** Whether an entry has nothing that the described one has under the same name. */
function isDescription({ value }: DataEntry, own: DataEntry, field: string): boolean {
  const names = new Set(entriesOf(own, 'message').map(({ key }) => key));
  return !entriesOf({ ...own, value }, field).some(({ key }) => names.has(key));
}

/** Returns the fields of an entry; a text is one. */
const entriesOf = ({ line, value }: DataEntry, field: string): DataEntry[] =>
  value.kind === 'map' && !isLeaf(value) ? value.entries : [{ key: field, line, value }];
