/** Texts of one field beside the entries that have them: `names: { E1: Timeout }`. */
import { plainOf } from '../../normalise/rich-text.ts';
import type { RecordGroup } from './join-languages.ts';
import type { DataEntry } from './node.ts';
import type { DataRecord } from './record.ts';
import { findCodeHeading, keyHeading } from './table-of.ts';

/**
 * Joins groups that hold one field of codes to the entries of these codes in other groups. What has no
 * entry is one itself, but a name is none: these are returned as `orphans`.
 *
 * The numbers of names are joined to the entries of these numbers.
 *
 * @example joinFields([errors, { caption: 'names', field: 'name', records: [e1], … }]).groups // errors with names
 */
export function joinFields(groups: readonly RecordGroup[]): {
  groups: RecordGroup[];
  orphans: DataEntry[];
} {
  const isField = ({ field, lang }: RecordGroup) => field !== undefined && lang === undefined;
  const byCode = new Map<string, DataRecord[]>();
  for (const { records } of groups.filter((group) => !isField(group))) {
    const heading = findCodeHeading(records, [
      ...new Set(records.flatMap(({ cells }) => [...cells.keys()])),
    ]);
    for (const record of heading === undefined ? [] : records) {
      const code = textOf(record, heading ?? '');
      byCode.set(code, [...(byCode.get(code) ?? []), record]);
    }
  }
  const orphans: DataEntry[] = [];
  const named = groups.map((group) => joinNames(group, byCode));
  const joined = named.flatMap((group) => {
    const { field = '', records, entries = [] } = group;
    if (!isField(group) || !records.some((one) => byCode.has(textOf(one, keyHeading))))
      return [group];
    const rest = records.filter((record, at) => {
      const own = byCode.get(textOf(record, keyHeading)) ?? [];
      for (const one of own) addCells(one, record);
      const entry = entries[at];
      const isName = own.length === 0 && /^(?:name|title|symbol|id|key)$/i.test(field);
      if (isName && entry) orphans.push(entry);
      return own.length === 0 && !(isName && entry);
    });
    return [{ ...group, records: rest }];
  });
  return { groups: joined.filter(({ records }) => records.length > 0), orphans };
}

/** Adds names of codes to their entries, from `TOO_LATE: 1001` beside `1001: …`; returns the group without them. */
function joinNames(group: RecordGroup, byCode: ReadonlyMap<string, DataRecord[]>): RecordGroup {
  const { records, entries = [] } = group;
  const ownersOf = (record: DataRecord) => {
    const [[, value] = [], other] = [...record.cells].filter(([heading]) => heading !== keyHeading);
    const code = other ? '' : plainOf(value?.blocks ?? []);
    const owners = /^-?\d+$/.test(code) ? (byCode.get(code) ?? []) : [];
    return owners.filter((owner) => !records.includes(owner));
  };
  const owners = records.map(ownersOf);
  if (owners.filter((own) => own.length > 0).length * 2 <= records.length) return group;
  for (const [at, record] of records.entries()) {
    const name = record.cells.get(keyHeading);
    for (const owner of owners[at] ?? [])
      if (name) addCells(owner, { ...record, cells: new Map([['name', name]]) });
  }
  const isLeft = (_: unknown, at: number) => owners[at]?.length === 0;
  return { ...group, records: records.filter(isLeft), entries: entries.filter(isLeft) };
}

function addCells(record: DataRecord, added: DataRecord): void {
  for (const [heading, cell] of added.cells) {
    if (heading === keyHeading) continue;
    let name = heading;
    for (let count = 2; record.cells.has(name); count += 1) name = `${heading} ${count}`;
    record.cells.set(name, cell);
  }
}

const textOf = ({ cells }: DataRecord, heading: string): string =>
  plainOf(cells.get(heading)?.blocks ?? []);
