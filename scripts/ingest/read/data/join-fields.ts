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
  const joined = groups.flatMap((group) => {
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
    return rest.length > 0 ? [{ ...group, records: rest }] : [];
  });
  return { groups: joined, orphans };
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
