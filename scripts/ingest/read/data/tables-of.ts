/** The tables of a data file. */
import type { Table } from '../../../../src/model/document.ts';
import { plainOf } from '../../normalise/rich-text.ts';
import { joinFields } from './join-fields.ts';
import { joinLanguages, type RecordGroup } from './join-languages.ts';
import { isCodeShaped } from './keys.ts';
import type { DataEntry } from './node.ts';
import { findCodeHeading, tableOf } from './table-of.ts';

/**
 * Returns groups of records as tables. Where most codes of a file look like codes, a few texts with words
 * as keys are about something else: they are returned as they are, and so are numbers of things.
 *
 * @example tablesOf([{ caption: '', records: [e1, e2] }]).tables // one table of two rows
 */
export function tablesOf(found: readonly RecordGroup[]): {
  tables: Table[];
  words: DataEntry[];
  counts: DataEntry[];
} {
  const fields = joinFields(found);
  const hasOthers = fields.groups.some(({ areCounts }) => !areCounts);
  const isCounts = ({ areCounts }: RecordGroup) => areCounts === true && hasOthers;
  const codeOf = ({ records }: RecordGroup) =>
    findCodeHeading(records, [...new Set(records.flatMap(({ cells }) => [...cells.keys()]))]);
  // Lists of people or services have numbers, too.
  const ofCodes = new Set(fields.groups.filter(({ things }) => !things).map(codeOf));
  const isThings = (group: RecordGroup) =>
    group.things !== undefined && ofCodes.size > 0 && !ofCodes.has(codeOf(group));
  const kept = fields.groups.filter((group) => !isCounts(group) && !isThings(group));
  const groups = joinLanguages(kept).map((group) => ({
    table: tableOf(group.records, group.caption),
    words: group.lang === undefined ? (group.words ?? []) : [],
  }));
  const codes = groups.flatMap(({ table }) =>
    table.rows.map(({ cells: [code] }) => plainOf(code?.blocks ?? [])),
  );
  const sure = codes.filter(isCodeShaped).length;
  const isKept = ({ words }: { words: DataEntry[] }) => words.length === 0 || words.length > sure;
  return {
    tables: groups.filter(isKept).map(({ table }) => table),
    counts: fields.groups.filter(isCounts).flatMap(({ entries }) => entries ?? []),
    words: [
      ...fields.orphans,
      ...fields.groups.filter(isThings).flatMap(({ things }) => things ?? []),
      ...groups.filter((group) => !isKept(group)).flatMap(({ words }) => words),
    ],
  };
}
