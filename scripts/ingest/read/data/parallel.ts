/** Maps and lists that have one field of the same codes each. */
import { isFieldName, singularOf } from './keys.ts';
import { hasCodeKeys, isLeafMap } from './layout.ts';
import type { DataEntry, DataMap, DataNode } from './node.ts';
import { type DataRecord, flattenRecord, isByLanguage, withFirst } from './record.ts';
import { keyHeading } from './table-of.ts';

/**
 * Returns the maps of a map that have one field of the same codes each:
 * `messages: { E1: Full, E2: Late }` beside `httpStatus: { E1: 507 }`.
 */
export function findParallel(map: DataMap): (DataEntry & { value: DataMap })[] {
  const maps = map.entries.flatMap(({ key, line, value }) =>
    value.kind === 'map' && isLeafMap(value) && hasCodeKeys(value) && !isByLanguage(value)
      ? [{ key, line, value }]
      : [],
  );
  const keys = maps.flatMap(({ value }) => [...new Set(value.entries.map(({ key }) => key))]);
  const isShared = new Set(keys).size * 2 <= keys.length + 1;
  const named = maps.filter(({ key }) => isFieldName(singularOf(key)));
  return maps.length > 1 && named.length * 2 > maps.length && isShared ? maps : [];
}

/** Returns a record a code, with the field of each map that has the code; repeated keys are records of their own. */
export function joinParallel(
  maps: (DataEntry & { value: DataMap })[],
  lang?: string,
): DataRecord[] {
  const records = new Map<string, { code: string; entries: DataEntry[] }>();
  for (const { key, value: map } of maps) {
    const counts = new Map<string, number>();
    for (const { key: code, line, value } of map.entries) {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      const name = `${count} ${code}`;
      const record = records.get(name) ?? { code, entries: [] };
      record.entries.push({ key: singularOf(key), line, value });
      records.set(name, record);
    }
  }
  return [...records.values()].map(({ code, entries }) => {
    const line = entries[0]?.line ?? 1;
    return withFirst(flattenRecord({ kind: 'map', line, entries }, lang), keyHeading, code, line);
  });
}

/**
 * Returns a node in which lists of codes, and of their names or texts, are a list of entries:
 * `enum: [1, 2]` beside `x-enum-varnames: [FULL, LATE]`.
 */
export function joinLists(node: DataNode): DataNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') return { ...node, items: node.items.map(joinLists) };
  const entries = node.entries.map((entry) => ({ ...entry, value: joinLists(entry.value) }));
  const codes = entries.find(({ key }) => listOfCodes.test(key));
  const length = codes && lengthOf(codes);
  const others = entries.filter(
    (entry) => entry !== codes && nameOfList(entry.key) && lengthOf(entry) === length,
  );
  if (!codes || !length || others.length === 0) return { ...node, entries };
  const lists = [codes, ...others].map(({ key, value }) => ({
    key: nameOfList(key) ?? 'const',
    items: value.kind === 'list' ? value.items : [],
  }));
  const items = Array.from({ length }, (_, at): DataMap => {
    const own = lists.flatMap(({ key, items: all }) => {
      const value = all[at];
      return value ? [{ key, line: value.line, value }] : [];
    });
    return { kind: 'map', line: own[0]?.line ?? codes.line, entries: own };
  });
  const joined: DataEntry = {
    ...codes,
    key: 'oneOf',
    value: { kind: 'list', line: codes.line, items },
  };
  const rest = entries.filter((entry) => !others.includes(entry));
  return { ...node, entries: rest.map((entry) => (entry === codes ? joined : entry)) };
}

const listOfCodes = /^(?:enum|(?:error|err)?_?codes)$/i;

/** The field of which a list has a text for each code: "name" of `x-enum-varnames`, "message" of `messages`. */
function nameOfList(key: string): string | undefined {
  const [, own] = /^x-enum-?(?:var)?(.+)$/i.exec(key) ?? [];
  const name = singularOf(own ?? key).toLowerCase();
  return (own !== undefined || name !== key.toLowerCase()) && isFieldName(name) ? name : undefined;
}

/** The number of the texts of a list; undefined for what is no list of several texts. */
const lengthOf = ({ value }: DataEntry): number | undefined =>
  value.kind === 'list' &&
  value.items.length > 1 &&
  value.items.every(({ kind }) => kind === 'scalar')
    ? value.items.length
    : undefined;
