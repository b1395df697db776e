/** Texts of a code in several languages that are in different parts of a file. */
import type { Cell } from '../../../../src/model/document.ts';
import type { DataEntry } from './node.ts';
import type { DataRecord } from './record.ts';
import { findCodeHeading } from './table-of.ts';

/** Records in one language, and the groups that they are in. */
export interface RecordGroup {
  caption: string;
  lang?: string | undefined;
  records: DataRecord[];
  /** The entries, if they are texts whose keys may be words and no codes. */
  words?: DataEntry[] | undefined;
}

/**
 * Joins groups that are in different languages and have the same caption: a code has its texts in all of
 * them. What is only in a later group follows.
 *
 * @example joinLanguages([{ caption: '', lang: 'en', records: [e1] }, { caption: '', lang: 'zh', records: [z1] }])
 *   // => one group of one record with the cells of both
 */
export function joinLanguages(groups: readonly RecordGroup[]): RecordGroup[] {
  const joined: RecordGroup[] = [];
  for (const group of groups) {
    const other = joined.find(
      (one) =>
        group.lang !== undefined &&
        one.lang !== undefined &&
        one.caption === group.caption &&
        !one.lang.split(' ').includes(group.lang),
    );
    if (!other || !joinRecords(other.records, group.records)) joined.push({ ...group });
    else other.lang += ` ${group.lang}`;
  }
  return joined;
}

/** Adds the records of another language; returns whether both have a code. */
function joinRecords(records: DataRecord[], others: readonly DataRecord[]): boolean {
  const [own, code] = [records, others].map((list) =>
    findCodeHeading(list, [...new Set(list.flatMap(({ cells }) => [...cells.keys()]))]),
  );
  if (own === undefined || code === undefined) return false;
  const free = Map.groupBy(records, ({ cells }) => textOf(cells.get(own)));
  for (const other of others) {
    const { line, cells, names } = other;
    const cell = cells.get(code);
    const rest = [...cells].filter(([heading]) => heading !== code);
    const record = cell && free.get(textOf(cell))?.shift();
    if (!record) {
      records.push({ line, names, cells: new Map(cell ? [[own, cell], ...rest] : rest) });
      continue;
    }
    for (const one of [record, other])
      for (const part of one.cells.values()) part.rowLine ??= one.line;
    for (const [heading, added] of rest)
      if (textOf(record.cells.get(heading)) !== textOf(added))
        record.cells.set(unused(heading, record), added);
  }
  return true;
}

function unused(heading: string, { cells }: DataRecord): string {
  let name = heading;
  for (let count = 2; cells.has(name); count += 1) name = `${heading} ${count}`;
  return name;
}

const textOf = (cell: Cell | undefined): string => JSON.stringify(cell?.blocks ?? []);
