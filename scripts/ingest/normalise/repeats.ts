/** Rows that add nothing to another row of the same code: repeats and tables of contents. */
import type { Table } from '../../../src/model/document.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Text } from '../../../src/model/text.ts';
import { foldText } from '../../../src/text/fold.ts';
import { finding } from '../findings.ts';
import { rowKey, textsOfRow } from './row-key.ts';

/** Where an entry was found: its table, and whether its code is a link. */
export interface Origin {
  table: Table;
  isLink: boolean;
}

/** The part of a normalised document that repeats change. */
export interface Repeating {
  entries: Entry[];
  origins: Map<Entry, Origin>;
  unplaced: { place: Entry['place']; cells: Text[] }[];
  findings: Finding[];
}

/**
 * Reports rows that repeat another row of the same code, and takes those that add nothing to it out
 * of the entries; their texts stay on the source page.
 *
 * - A row of another table that has everything this one has, and more, makes this one a row of an
 *   overview; so does a row elsewhere if this one is a link with at most a title.
 * - Rows of two files that are equal word for word are one entry. In one file both are kept, because
 *   a case lists both lines.
 * - Rows of two files that differ are two entries, with a finding.
 *
 * @param files One file, or all files of a variant after each was settled on its own.
 */
export function settleRepeats(files: Repeating[]): void {
  const all = files.flatMap((file) =>
    [...file.origins].map(([entry, origin]) => ({ entry, origin, file })),
  );
  const removed = new Set<Entry>();
  for (const rows of Map.groupBy(all, ({ entry }) => entry.code).values()) {
    if (rows.length < 2) continue;
    const first = new Map<string, Entry>();
    const facts = rows.map((row) => ({ ...row, texts: textsOf(row.entry) }));
    const perTable = Map.groupBy(facts, ({ origin }) => origin.table);
    for (const row of facts) {
      const { entry, file, origin, texts } = row;
      const report = (id: Parameters<typeof finding>[0], other: Entry) =>
        file.findings.push({
          ...finding(id, entry.place, entry.code, placeOf(other, entry)),
          code: entry.code,
        });
      const key = `${rowKey(entry)} ${entry.aliases ?? ''}`;
      const equal = first.get(key);
      const isElsewhere = equal !== undefined && equal.place.file !== entry.place.file;
      // An overview lists each code once.
      const isAlone = perTable.get(origin.table)?.length === 1;
      const whole =
        equal === undefined && isAlone
          ? facts.find(
              (other) =>
                other.origin.table !== origin.table &&
                !removed.has(other.entry) &&
                mayBeSame(entry, other.entry) &&
                ((origin.isLink && !other.origin.isLink && texts.size <= 1) ||
                  (texts.size < other.texts.size && texts.isSubsetOf(other.texts))),
            )?.entry
          : undefined;
      if (isElsewhere || whole) {
        report(whole ? 'row-in-overview' : 'row-in-two-files', whole ?? (equal as Entry));
        removed.add(entry);
        file.origins.delete(entry);
        file.unplaced.push(unplace(entry));
        continue;
      }
      const [before] = first.values();
      if (equal) {
        if (files.length === 1) report('row-duplicate', equal);
        continue;
      }
      if (before && before.place.file !== entry.place.file) report('row-differs', before);
      first.set(key, entry);
    }
  }
  for (const file of files) file.entries = file.entries.filter((entry) => !removed.has(entry));
}

/** Returns the texts of a row, whatever their columns, without case and punctuation. */
function textsOf(entry: Entry): Set<string> {
  const texts = textsOfRow(entry).map(({ plain }) => foldText(plain));
  return new Set(texts.filter((text) => text !== ''));
}

/** Constants of one number are different errors if they have different names. */
const mayBeSame = ({ aliases: own = [] }: Entry, { aliases: others = [] }: Entry): boolean =>
  own.length === 0 || others.length === 0 || own.some((name) => others.includes(name));

const placeOf = ({ place }: Entry, { place: own }: Entry): string | number =>
  place.file === own.file ? place.line : `${place.file}:${place.line}`;

function unplace(entry: Entry): Repeating['unplaced'][number] {
  const texts = textsOfRow(entry);
  const code = { lang: texts[0]?.lang ?? 'en', plain: entry.code };
  return { place: entry.place, cells: [code, ...texts] };
}
