/** What can be reviewed: content/ against a revision, two variants, two files. */
import { readCuration } from '../ingest/load/curation.ts';
import { InputError } from '../ingest/load/input-error.ts';
import { ingest } from '../ingest/pipeline.ts';
import { describeErrors } from '../ingest/report/terminal.ts';
import type { CatalogResult } from '../ingest/write/index.ts';
import { compareFindings } from './compare-work.ts';
import { type GivenFile, ingestFiles } from './ingest-files.ts';
import { defaultBase, ingestFolder, ingestRevision } from './read-revision.ts';
import { reviewContent } from './review-content.ts';
import { reviewPair } from './review-document.ts';
import type { Review } from './schema.ts';

/**
 * Reviews `content/` against a revision.
 *
 * @param base Without it, {@link defaultBase}.
 * @param head The revision to review; without it, the working tree.
 * @throws GitError if there is no such revision.
 */
export function reviewBase(root: string, base = defaultBase(root), head?: string): Review {
  const before = ingestRevision(root, base);
  const after = head === undefined ? ingestFolder(root) : ingestRevision(root, head);
  const names = { before: base, after: head ?? 'working tree' };
  return reviewContent(before.ingested, after.ingested, names, after.glossary);
}

/**
 * Reviews two variants of one catalog.
 *
 * @param from Id of a variant, or `catalog/id`.
 * @throws InputError if a variant is unknown, ambiguous, or in another catalog.
 */
export function reviewVariants(root: string, from: string, to: string): Review {
  const { catalogs, problems } = ingest(root);
  const found = catalogs.flatMap((result) => {
    const { id, variants } = result.catalog;
    const find = (name: string) =>
      variants.find((variant) => [variant.id, `${id}/${variant.id}`].includes(name));
    const [left, right] = [find(from), find(to)];
    return left && right && left !== right ? [{ result, ids: [left.id, right.id] }] : [];
  });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) {
    const ids = catalogs.flatMap(({ catalog }) =>
      catalog.variants.map(({ id }) => `${catalog.id}/${id}`),
    );
    throw new InputError([
      `${from} and ${to} are not two documents of one catalog. Use two of: ${ids.join(', ')}.`,
    ]);
  }
  return reviewTwo(only.result, only.ids, readCuration(root).glossary, problems);
}

/**
 * Reviews two documents that are in no catalog.
 *
 * @param folder What the paths are relative to.
 * @param root The project whose headings and glossary are used.
 * @throws InputError if a file cannot be read, or its format cannot be guessed.
 */
export function reviewFiles(
  folder: string,
  root: string,
  left: GivenFile,
  right: GivenFile,
): Review {
  const result = ingestFiles(folder, root, left, right);
  const review = reviewTwo(result, ['left', 'right'], readCuration(root).glossary, []);
  return {
    ...review,
    before: left.file,
    after: right.file,
    documents: review.documents.map((document) => ({
      ...document,
      catalog: '',
      variant: right.file,
      against: left.file,
    })),
    problems: describeErrors(result.variants.flatMap(({ findings }) => findings)),
  };
}

function reviewTwo(
  result: CatalogResult,
  ids: string[],
  glossary: Parameters<typeof reviewPair>[3],
  problems: string[],
): Review {
  const pair = result.comparisons.find(
    ({ left, right }) => ids.includes(left) && ids.includes(right),
  );
  if (pair === undefined) throw new Error(`${ids.join(' and ')} were not compared`);
  const [left, right] = [pair.left, pair.right].map((id) =>
    // As the findings of one document, before and after.
    result.variants.flatMap((variant) => (variant.id === id ? [{ ...variant, id: '' }] : [])),
  );
  return {
    schemaVersion: 1,
    before: pair.left,
    after: pair.right,
    problems,
    documents: [reviewPair(result, pair, 'compared', glossary)],
    contradictions: { appeared: [], resolved: [] },
    links: { kept: 0, issued: [], aliased: [], retired: [], lost: [] },
    findings: compareFindings(left ?? [], right ?? []),
    work: { before: 0, after: 0, appeared: [], done: [] },
  };
}
