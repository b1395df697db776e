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
  /** Whether the entries are numbers of things, unless they are all that a file has. */
  areCounts?: boolean;
  /** The list of the entries, if they are numbered things with names and may be no codes. */
  things?: DataEntry | undefined;
  /** The field of codes that the group holds, and the entries of the file that the records are of. */
  field?: string | undefined;
  entries?: DataEntry[] | undefined;
  /** The entries, if they are texts whose keys may be words and no codes. */
  words?: DataEntry[] | undefined;
}

/**
 * Joins groups that are in different languages and have the same caption, or the same codes under
 * translated captions: a code has its texts in all of them. What is only in a later group follows.
 *
 * @example joinLanguages([{ caption: '', lang: 'en', records: [e1] }, { caption: '', lang: 'zh', records: [z1] }])
 *   // => one group of one record with the cells of both
 */
export function joinLanguages(groups: readonly RecordGroup[]): RecordGroup[] {
  const joined: RecordGroup[] = [];
  for (const group of groups) {
    const { lang, caption } = group;
    const others = joined.filter(
      (one) => lang !== undefined && one.lang !== undefined && !one.lang.split(' ').includes(lang),
    );
    const codes = new Set(codesOf(group).codes);
    const other =
      others.find((one) => one.caption === caption && codesOf(one).heading !== undefined) ??
      others.find((one) => codesOf(one).codes.some((code) => codes.has(code)));
    if (!other || codes.size === 0) joined.push({ ...group });
    else {
      joinRecords(other, group);
      other.lang += ` ${lang}`;
      if (caption !== other.caption) other.caption += ` / ${caption}`;
    }
  }
  return joined;
}

function codesOf({ records }: RecordGroup): { heading?: string | undefined; codes: string[] } {
  const heading = findCodeHeading(records, [
    ...new Set(records.flatMap(({ cells }) => [...cells.keys()])),
  ]);
  if (heading === undefined) return { codes: [] };
  return { heading, codes: records.map(({ cells }) => textOf(cells.get(heading))) };
}

/** Adds the records of another language. */
function joinRecords(group: RecordGroup, added: RecordGroup): void {
  const { records } = group;
  const own = codesOf(group).heading ?? '';
  const code = codesOf(added).heading ?? '';
  const free = Map.groupBy(records, ({ cells }) => textOf(cells.get(own)));
  for (const other of added.records) {
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
    for (const [heading, text] of rest)
      if (textOf(record.cells.get(heading)) !== textOf(text))
        record.cells.set(unused(heading, record), text);
  }
}

function unused(heading: string, { cells }: DataRecord): string {
  let name = heading;
  for (let count = 2; cells.has(name); count += 1) name = `${heading} ${count}`;
  return name;
}

const textOf = (cell: Cell | undefined): string => JSON.stringify(cell?.blocks ?? []);
