/** Lists of rows: `[[E1, text], [E2, text]]`. */
import { readCodeWord } from '../../code-words.ts';
import type { HeadingLookup } from '../../headings.ts';
import { englishName } from './english-names.ts';
import { isCodeKey } from './keys.ts';
import type { DataEntry, DataList, DataMap, DataNode } from './node.ts';
import { type DataRecord, flattenRecord, isLeaf } from './record.ts';

/** Names of the columns of rows without headings. */
const usualNames = ['code', 'message'];

/**
 * Returns a list of lists of texts as entries: the first text of each is the code, or a first row names
 * the columns.
 *
 * @returns `undefined` if the list has no rows, or they have no codes.
 * @param lookUp What Chinese names of columns stand for.
 * @example readRows(listOf([['E1', 'No.'], ['E2', 'Yes.']]), lookUp) // two entries with `code` and `message`
 */
export function readRows(
  { items }: DataList,
  lookUp: HeadingLookup,
  lang?: string,
): DataRecord[] | undefined {
  const rows = items.map((item) => (item.kind === 'list' ? item : undefined));
  const width = Math.max(0, ...rows.map((row) => row?.items.length ?? 0));
  // A cell may be a list of texts.
  if (
    width < 2 ||
    !rows.every((row) => row?.items[0]?.kind === 'scalar' && row.items.every(isLeaf))
  )
    return undefined;
  const texts = (row: DataList) =>
    row.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
  const [first, ...others] = rows as DataList[];
  if (!first) return undefined;
  const isHeaded = texts(first).some((text) => isCodeKey(englishName(text, lookUp, true)));
  const body = isHeaded ? others : [first, ...others];
  const names = isHeaded ? texts(first) : [];
  if (!isHeaded && !body.every((row) => readCodeWord(texts(row)[0] ?? '') !== undefined))
    return undefined;
  return body.map((row) =>
    flattenRecord(
      { kind: 'map', line: row.line, entries: row.items.map(entryOf(names, lookUp)) },
      lang,
    ),
  );
}

/**
 * Returns a map with the names of its columns as the first row of its rows:
 * `{ columns: [code, text], rows: [[E1, Full]] }`; undefined if it has no such lists.
 */
export function joinColumns(map: DataMap): DataMap | undefined {
  const names = map.entries.find(
    ({ key, value }) =>
      /^(columns?|cols|headers?|headings?|fields)$/i.test(key) &&
      value.kind === 'list' &&
      value.items.length > 1 &&
      isLeaf(value),
  );
  const rows = map.entries.find(
    ({ value }) => value.kind === 'list' && value.items.some(({ kind }) => kind === 'list'),
  );
  if (!names || rows?.value.kind !== 'list') return undefined;
  const value: DataList = { ...rows.value, items: [names.value, ...rows.value.items] };
  const entries = map.entries.filter((entry) => entry !== names);
  return {
    ...map,
    entries: entries.map((entry) => (entry === rows ? { ...rows, value } : entry)),
  };
}

const entryOf =
  (names: string[], lookUp: HeadingLookup) =>
  (value: DataNode, at: number): DataEntry => {
    const spelled = names[at] ?? usualNames[at] ?? `${at + 1}`;
    return { key: englishName(spelled, lookUp, true), spelled, line: value.line, value };
  };
