/** Keys that describe another key: with a sign before it, as in ARB files, or a field or a number behind it. */
import { countAll } from '../../../../src/text/count-all.ts';
import { isFieldName, isMetadata } from './keys.ts';
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
  const map = joinPaths(whole);
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
    };
    return [{ ...entry, value }];
  });
  return { map: { ...map, entries }, orphans };
}

/**
 * Returns a map whose keys are paths as one with a map a code: `{ "E1.title": Full., "E1.body": Wait. }`.
 *
 * Paths that end with the same names, two of which one code has, are fields; "page.save" is none.
 */
function joinPaths(map: DataMap): DataMap {
  const paths = map.entries.map((entry) => {
    const { name, field } = path.exec(entry.key)?.groups ?? {};
    return isLeaf(entry.value) && name && field ? { entry, name, field } : undefined;
  });
  const isRest = ({ key }: DataEntry) => isMetadata(key) || signs.test(key);
  if (paths.some((one, at) => !one && !isRest(map.entries[at] as DataEntry))) return map;
  const byName = Map.groupBy(
    paths.flatMap((one) => one ?? []),
    ({ name }) => name,
  );
  const fields = countAll([...byName.values()].flatMap((own) => own.map(({ field }) => field)));
  const areFields =
    [...fields].every(([field, count]) => count > 1 || isFieldName(field)) &&
    [...fields.keys()].some(isFieldName);
  if (!areFields || byName.size * 3 > paths.length * 2) return map;
  const entries = map.entries.flatMap((entry, at): DataEntry[] => {
    const { name = '' } = paths[at] ?? {};
    const own = byName.get(name);
    if (!own) return [entry];
    if (own[0]?.entry !== entry) return [];
    const inner = own.map(({ field, entry: { line, value } }) => ({ key: field, line, value }));
    return [
      { key: name, line: entry.line, value: { kind: 'map', line: entry.line, entries: inner } },
    ];
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
