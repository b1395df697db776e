/** The review of one document against an older one, or against itself as it was before. */
import type { Code } from '../../src/model/case.ts';
import type { Comparison } from '../../src/model/difference.ts';
import type { Entry } from '../../src/model/entry.ts';
import { compareCodes } from '../../src/model/order.ts';
import type { Variant } from '../../src/model/registry.ts';
import { fields } from '../../src/model/terms.ts';
import { findRenamedCodes } from '../ingest/align/find-renamed-codes.ts';
import type { Glossary } from '../ingest/compare/index.ts';
import { registeredEdition } from '../ingest/load/distinguish-editions.ts';
import { rowKey } from '../ingest/normalise/row-key.ts';
import type { CatalogResult } from '../ingest/write/index.ts';
import { compareRows } from './compare-rows.ts';
import { listChanges, sortChanges } from './list-changes.ts';
import type { DocumentReview } from './schema.ts';

/** Returns the rows of a variant, or of all variants. */
export function rowsOf({ codes }: Pick<CatalogResult, 'codes'>, variant?: string): Entry[] {
  const rows = codes.flatMap(({ cases }) => cases.flatMap(({ entries }) => entries));
  return variant === undefined ? rows : rows.filter((row) => row.variant === variant);
}

/** A document on one side of a review. */
interface Side {
  result: CatalogResult;
  variant: Variant;
}

const rowsOfSide = ({ result, variant }: Side) => rowsOf(result, variant.id);

/** Returns the review of a document that has nothing to be compared with. */
export function reviewAlone(
  side: Side,
  change: 'added' | 'removed',
  others: readonly Entry[],
): DocumentReview {
  const known = new Set(others.map(({ code }) => code));
  const codes = codesOf(rowsOfSide(side)).filter((code) => !known.has(code));
  return change === 'added'
    ? { ...startReview(change, undefined, side), codesAdded: codes }
    : { ...startReview(change, side, undefined), codesRemoved: codes };
}

/**
 * Returns the review of two documents of a catalog, as its pages compare them.
 *
 * @param result The catalog.
 * @param comparison The pair; the review is of its right document.
 */
export function reviewPair(
  result: CatalogResult,
  comparison: Comparison,
  change: 'added' | 'compared',
  glossary: Glossary,
): DocumentReview {
  const sideOf = (id: string): Side => ({
    result,
    // The variants of a comparison are in the catalog.
    variant: result.catalog.variants.find((variant) => variant.id === id) as Variant,
  });
  const sides = [sideOf(comparison.left), sideOf(comparison.right)] as const;
  const review = { ...startReview(change, ...sides), against: comparison.left };
  return withChanges(review, sides, { codes: result.codes, comparison }, glossary);
}

/**
 * Returns the review of a document whose rows or registry item changed.
 *
 * @returns undefined if nothing changed.
 */
export function reviewAltered(
  before: CatalogResult,
  after: CatalogResult,
  { was, is }: { was: Variant; is: Variant },
  glossary: Glossary,
): DocumentReview | undefined {
  const sides = [
    { result: before, variant: was },
    { result: after, variant: is },
  ] as const;
  const names = new Set([...Object.keys(was), ...Object.keys(is)]) as Set<keyof Variant>;
  const [old, now] = [was, is].map((item) => ({ ...item, edition: registeredEdition(item) }));
  const registry = [...names].filter(
    (name) => JSON.stringify(old?.[name]) !== JSON.stringify(now?.[name]),
  );
  const review = { ...startReview('altered', ...sides), registry, against: is.id };
  const [left, right] = [rowsOfSide(sides[0]), rowsOfSide(sides[1])];
  const keysOf = (rows: Entry[]) =>
    rows.map((row) => `${row.code} ${rowKey(row)} ${row.aliases}`).sort();
  if (keysOf(left).join('\n') === keysOf(right).join('\n'))
    return registry.length > 0 ? review : undefined;
  const whole = withChanges(review, sides, compareRows(left, right, is, glossary), glossary);
  const ids = new Map(
    after.codes.flatMap(({ cases }) =>
      cases.flatMap(({ id, entries }) =>
        entries.map(({ code, place }) => [`${place.file}:${place.line} ${code}`, id]),
      ),
    ),
  );
  const changes = whole.changes.map((change) => {
    const { file, line } = change.place;
    return { ...change, case: ids.get(`${file}:${line} ${change.code}`) ?? change.case };
  });
  return { ...whole, changes };
}

function withChanges(
  review: DocumentReview,
  [older, newer]: readonly [Side, Side],
  { codes, comparison }: { codes: readonly Pick<Code, 'code' | 'cases'>[]; comparison: Comparison },
  glossary: Glossary,
): DocumentReview {
  const [left, right] = [rowsOfSide(older), rowsOfSide(newer)];
  const [before, after] = [new Set(codesOf(left)), new Set(codesOf(right))];
  const removed = left.filter(({ code }) => !after.has(code));
  const added = right.filter(({ code }) => !before.has(code));
  const renamed = findRenamedCodes(removed, added);
  const newNames = new Set(renamed.values());
  const isPlain = (code: string) => !renamed.has(code) && !newNames.has(code);
  const again = compareRows(
    removed.flatMap((row) => {
      const code = renamed.get(row.code);
      return code === undefined ? [] : [{ ...row, code }];
    }),
    added.filter(({ code }) => newNames.has(code)),
    newer.variant,
    glossary,
  );
  const isTranslation = older.variant.lang !== newer.variant.lang;
  const [columns, newColumns] = [columnsOf(left, isTranslation), columnsOf(right, isTranslation)];
  return {
    ...review,
    renamed: [...renamed].map(([from, to]) => {
      const { file, line } = added.find(({ code }) => code === to)?.place ?? { file: '', line: 1 };
      return { from, to, place: { file, line } };
    }),
    codesAdded: codesOf(added).filter(isPlain),
    codesRemoved: codesOf(removed).filter(isPlain),
    columnsAdded: [...newColumns.difference(columns)],
    columnsRemoved: [...columns.difference(newColumns)],
    changes: sortChanges([
      ...listChanges(codes, comparison, review.catalog).filter(({ code }) => isPlain(code)),
      ...listChanges(again.codes, again.comparison, review.catalog),
    ]),
  };
}

/** Returns a review without changes, of the newer side or, of a removed document, the older one. */
function startReview(
  change: DocumentReview['change'],
  older: Side | undefined,
  newer: Side | undefined,
): DocumentReview {
  // As `npm run ingest` counts: also rows without a code, and each once.
  const [before = 0, after = 0] = [older, newer].map(
    (side) => side?.result.variants.find(({ id }) => id === side.variant.id)?.rows,
  );
  const { result, variant } = (newer ?? older) as Side;
  return {
    catalog: result.catalog.id,
    variant: variant.id,
    title: variant.title,
    change,
    rows: { before, after },
    registry: [],
    renamed: [],
    codesAdded: [],
    codesRemoved: [],
    columnsAdded: [],
    columnsRemoved: [],
    changes: [],
  };
}

const codesOf = (rows: readonly Entry[]): string[] =>
  [...new Set(rows.map(({ code }) => code))].sort(compareCodes);

/** Returns the fields of some rows and the headings of their other columns, which two languages do not share. */
function columnsOf(rows: readonly Entry[], isTranslation: boolean): Set<string> {
  return new Set(
    rows.flatMap((row) => [
      ...fields.filter((field) => row[field]),
      ...(isTranslation ? [] : Object.keys(row.extra)),
    ]),
  );
}
