import { acknowledgementLine } from '../../src/model/acknowledgement.ts';
import type { Case, Code } from '../../src/model/case.ts';
import type { Comparison } from '../../src/model/difference.ts';
import type { Entry } from '../../src/model/entry.ts';
import { compareCodes } from '../../src/model/order.ts';
import { fields, type Rating, ratingOf, ratings } from '../../src/model/terms.ts';
import { foldText } from '../../src/text/fold.ts';
import { describeRow, rowKey } from '../ingest/normalise/row-key.ts';
import type { Change } from './schema.ts';

/**
 * Returns what differs between the two variants of a comparison, the worst first: its differences,
 * and what these leave out: columns that map to no field, aliases, and further rows of a case.
 */
export function listChanges(
  codes: readonly Pick<Code, 'code' | 'cases'>[],
  { left, right, differences }: Pick<Comparison, 'left' | 'right' | 'differences'>,
  catalog: string,
): Change[] {
  const cases = new Map(
    codes.flatMap(({ code, cases }) =>
      cases.map((item) => [`${item.id} ${code}`, { code, item }] as const),
    ),
  );
  const rated = differences.flatMap(
    ({ code, case: id, field, acknowledged, fingerprint, ...difference }) => {
      const item = cases.get(`${id} ${code}`)?.item;
      const [older, newer] = [firstOf(item, left), firstOf(item, right)];
      const place = placeOf(newer ?? older, field);
      if (place === undefined) return [];
      const textOf = (entry: Entry | undefined) =>
        field === 'presence' ? entry && describeRow(entry) : entry?.[field]?.plain;
      return [
        {
          ...changeOf(code, id, field, ratingOf(difference), textOf(older), textOf(newer), place),
          ...(fingerprint && { accept: acknowledgementLine(fingerprint, catalog) }),
          ...(acknowledged ? { acknowledged: true as const } : {}),
        },
      ];
    },
  );
  const others = [...cases.values()].flatMap(({ code, item }) => [
    ...listOtherColumns(code, item, left, right),
    ...listFurtherRows(code, item, left, right),
  ]);
  // A text that differs in several ways is one change.
  const all = Map.groupBy(sortChanges([...rated, ...others]), ({ rating: _, ...change }) =>
    JSON.stringify({ ...change, accept: '', acknowledged: undefined }),
  );
  return [...all.values()].flatMap(
    (same) => same.find(({ acknowledged }) => !acknowledged) ?? same.slice(0, 1),
  );
}

/** Sorts changes by rating, texts before rows, then by code. */
export function sortChanges<Item extends Change>(changes: readonly Item[]): Item[] {
  return changes.toSorted(
    (a, b) =>
      ratings.indexOf(a.rating) - ratings.indexOf(b.rating) ||
      Number(a.field === 'presence') - Number(b.field === 'presence') ||
      compareCodes(a.code, b.code),
  );
}

function listOtherColumns(code: string, item: Case, left: string, right: string): Change[] {
  const [older, newer] = [firstOf(item, left), firstOf(item, right)];
  if (!older || !newer) return [];
  const columns = Object.keys(older.extra).filter(
    (heading) => older.extra[heading]?.lang === newer.extra[heading]?.lang,
  );
  const texts = columns.map((heading): [string, string, string] => [
    heading,
    older.extra[heading]?.plain ?? '',
    newer.extra[heading]?.plain ?? '',
  ]);
  texts.push(['aliases', older.aliases?.join(', ') ?? '', newer.aliases?.join(', ') ?? '']);
  return texts
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => {
      const rating = foldText(before) === foldText(after) ? 'typography' : 'content';
      return changeOf(code, item.id, field, rating, before, after, newer.place);
    });
}

/** Returns the rows of a case after the first one of each side that the other side does not have. */
function listFurtherRows(code: string, item: Case, left: string, right: string): Change[] {
  const rowsOf = (variant: string) => item.entries.filter((entry) => entry.variant === variant);
  const [older, newer] = [rowsOf(left), rowsOf(right)];
  const missing = (rows: Entry[], others: Entry[]) => {
    const known = new Set(others.map(rowKey));
    return others.length === 0 ? [] : rows.slice(1).filter((row) => !known.has(rowKey(row)));
  };
  const change = (row: Entry, before?: string, after?: string) =>
    changeOf(code, item.id, 'presence', 'content', before, after, row.place);
  return [
    ...missing(older, newer).map((row) => change(row, describeRow(row))),
    ...missing(newer, older).map((row) => change(row, undefined, describeRow(row))),
  ];
}

function changeOf(
  code: string,
  id: string,
  field: string,
  rating: Rating,
  before: string | undefined,
  after: string | undefined,
  { file, line }: Change['place'],
): Change {
  return {
    code,
    case: id,
    field,
    rating,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    place: { file, line },
  };
}

const firstOf = (item: Case | undefined, variant: string) =>
  item?.entries.find((entry) => entry.variant === variant);

function placeOf(entry: Entry | undefined, field?: string): Change['place'] | undefined {
  if (entry === undefined) return undefined;
  const text = fields.find((name) => name === field);
  const { file, line } = entry.place;
  return { file, line: (text && entry[text]?.line) ?? line };
}
