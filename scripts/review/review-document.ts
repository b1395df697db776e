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

/** Number of rows as `npm run ingest` counts them: also those without a code, and each once. */
const countRows = ({ variants }: CatalogResult, id: string): number =>
  variants.find((variant) => variant.id === id)?.rows ?? 0;

/** Returns the review of a document that has nothing to be compared with. */
export function reviewAlone(
  result: CatalogResult,
  variant: Variant,
  change: 'added' | 'removed',
  others: readonly Entry[],
): DocumentReview {
  const known = new Set(others.map(({ code }) => code));
  const codes = codesOf(rowsOf(result, variant.id)).filter((code) => !known.has(code));
  const isNew = change === 'added';
  const rows = countRows(result, variant.id);
  return {
    ...aboutOf(result.catalog.id, variant, change, isNew ? 0 : rows, isNew ? rows : 0),
    ...(isNew ? { codesAdded: codes } : { codesRemoved: codes }),
  };
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
  const { catalog, codes } = result;
  const sides = [comparison.left, comparison.right];
  const [left = [], right = []] = sides.map((id) => rowsOf(result, id));
  const [before = 0, after = 0] = sides.map((id) => countRows(result, id));
  // The variants of a comparison are in the catalog.
  const variant = catalog.variants.find(({ id }) => id === comparison.right) as Variant;
  const older = catalog.variants.find(({ id }) => id === comparison.left);
  const isTranslation = older?.lang !== variant.lang;
  const about = aboutOf(catalog.id, variant, change, before, after);
  const review = { ...about, against: comparison.left };
  return withChanges(review, { codes, comparison, left, right, isTranslation }, variant, glossary);
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
  const [left, right] = [rowsOf(before, was.id), rowsOf(after, is.id)];
  const counts = [countRows(before, was.id), countRows(after, is.id)] as const;
  const about = aboutOf(after.catalog.id, is, 'altered', ...counts);
  const names = new Set([...Object.keys(was), ...Object.keys(is)]) as Set<keyof Variant>;
  const [old, now] = [was, is].map((item) => ({ ...item, edition: registeredEdition(item) }));
  const registry = [...names].filter(
    (name) => JSON.stringify(old?.[name]) !== JSON.stringify(now?.[name]),
  );
  const review = { ...about, registry, against: is.id };
  const keysOf = (rows: Entry[]) =>
    rows.map((row) => `${row.code} ${rowKey(row)} ${row.aliases}`).sort();
  if (keysOf(left).join('\n') === keysOf(right).join('\n'))
    return registry.length > 0 ? review : undefined;
  const { codes, comparison } = compareRows(left, right, is, glossary);
  const whole = withChanges(
    review,
    { codes, comparison, left, right, isTranslation: false },
    is,
    glossary,
  );
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

/** The rows of two sides, and how they were compared. */
interface ComparedRows {
  codes: readonly Pick<Code, 'code' | 'cases'>[];
  comparison: Comparison;
  left: readonly Entry[];
  right: readonly Entry[];
  isTranslation: boolean;
}

function withChanges(
  review: DocumentReview,
  { codes, comparison, left, right, isTranslation }: ComparedRows,
  variant: Variant,
  glossary: Glossary,
): DocumentReview {
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
    variant,
    glossary,
  );
  const columns = [columnsOf(left, isTranslation), columnsOf(right, isTranslation)] as const;
  return {
    ...review,
    renamed: [...renamed].map(([from, to]) => {
      const { file, line } = added.find(({ code }) => code === to)?.place ?? { file: '', line: 1 };
      return { from, to, place: { file, line } };
    }),
    codesAdded: codesOf(added).filter(isPlain),
    codesRemoved: codesOf(removed).filter(isPlain),
    columnsAdded: [...columns[1].difference(columns[0])],
    columnsRemoved: [...columns[0].difference(columns[1])],
    changes: sortChanges([
      ...listChanges(codes, comparison).filter(({ code }) => isPlain(code)),
      ...listChanges(again.codes, again.comparison),
    ]),
  };
}

function aboutOf(
  catalog: string,
  { id, title }: Variant,
  change: DocumentReview['change'],
  before: number,
  after: number,
): DocumentReview {
  return {
    catalog,
    variant: id,
    title,
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
