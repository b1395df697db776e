/** Maps that have one field of the same codes each. */
import { isFieldName, singularOf } from './keys.ts';
import { hasCodeKeys, isLeafMap } from './layout.ts';
import type { DataEntry, DataMap } from './node.ts';
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
