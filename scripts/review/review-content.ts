import type { Variant } from '../../src/model/registry.ts';
import { type Glossary, pairsOnPages } from '../ingest/compare/index.ts';
import { permalinksFile } from '../ingest/load/permalinks.ts';
import type { Ingested } from '../ingest/pipeline.ts';
import { describeErrors } from '../ingest/report/terminal.ts';
import type { CatalogResult } from '../ingest/write/index.ts';
import { compareContradictions } from './compare-contradictions.ts';
import { compareLinks } from './compare-links.ts';
import { compareFindings, compareWork } from './compare-work.ts';
import { reviewAlone, reviewAltered, reviewPair, rowsOf } from './review-document.ts';
import type { DocumentReview, Review } from './schema.ts';

/**
 * Returns what a change to `content/` does: to each document, to the contradictions of current
 * documents, to links, findings and the worklist. Pure; the reporters in `report/` render it.
 *
 * Both sides are results of {@link ingest}. A command that changes content calls it before and after:
 *
 * @param names What to call the two sides, such as a revision and `working tree`.
 * @param glossary The glossary of the newer side.
 * @example
 *   const before = ingest(root);
 *   addDocument(root);
 *   const review = reviewContent(before, ingest(root), { before: 'before', after: 'now' }, glossary);
 *   console.log(renderText(review));
 */
export function reviewContent(
  before: Ingested,
  after: Ingested,
  names: { before: string; after: string },
  glossary: Glossary,
): Review {
  const refused = [...after.problems, ...describeErrors(after.findings)];
  // Without a registry, every document would seem to be removed.
  const catalogs = after.catalogs.length > 0 ? after.catalogs : before.catalogs;
  const of = (result: CatalogResult | undefined, id: string) =>
    result?.catalog.variants.find((variant) => variant.id === id);
  const ids = [...new Set([...before.catalogs, ...catalogs].map(({ catalog }) => catalog.id))];
  const documents = ids.flatMap((id): DocumentReview[] => {
    const [old, now] = [before.catalogs, catalogs].map((side) =>
      side.find(({ catalog }) => catalog.id === id),
    );
    const kept = (now?.catalog.variants ?? []).flatMap((is) => {
      if (now === undefined) return [];
      const was = of(old, is.id);
      if (old === undefined || was === undefined) return [reviewAdded(now, is, old, glossary)];
      return reviewAltered(old, now, { was, is }, glossary) ?? [];
    });
    const gone = (old?.catalog.variants ?? []).flatMap((was) => {
      if (old === undefined || of(now, was.id)) return [];
      return reviewAlone({ result: old, variant: was }, 'removed', now ? rowsOf(now) : []);
    });
    return [...kept, ...gone];
  });
  const links = compareLinks(before, { ...after, catalogs });
  // Of a project that cannot be ingested, nothing is known of its links.
  const lost = refused.length > 0 ? [] : links.lost;
  const problems = lost.length > 0 ? [...refused, describeLost(lost, names.before)] : refused;
  return {
    schemaVersion: 1,
    ...names,
    problems,
    documents,
    contradictions: compareContradictions(before.catalogs, catalogs),
    links: { ...links, lost },
    findings: compareFindings(
      before.catalogs.flatMap(({ variants }) => variants),
      catalogs.flatMap(({ variants }) => variants),
    ),
    work: compareWork(before.catalogs, catalogs),
  };
}

/** Names listed in one message. */
const maxNames = 10;

function describeLost(lost: readonly string[], before: string): string {
  const more = lost.length > maxNames ? ` and ${lost.length - maxNames} more` : '';
  return `${permalinksFile}:1: ${before} has links that are not recorded now: ${lost.slice(0, maxNames).join(', ')}${more}. Restore the file from git: links only grow.`;
}

/** Compares a new document with the one it follows, else with the current one in the other language. */
function reviewAdded(
  result: CatalogResult,
  variant: Variant,
  before: CatalogResult | undefined,
  glossary: Glossary,
): DocumentReview {
  const { id } = variant;
  const beside = pairsOnPages(result.catalog.variants).find(
    ({ left, right }) => right.id === id || (left.id === id && left.lang !== right.lang),
  );
  const pair = result.comparisons.find(
    ({ left, right }) => left === beside?.left.id && right === beside.right.id,
  );
  if (!pair) return reviewAlone({ result, variant }, 'added', before ? rowsOf(before) : []);
  const [left, right] = pair.right === id ? [pair.left, id] : [pair.right, id];
  const review = reviewPair(result, { ...pair, left, right }, 'added', glossary);
  // Contradictions of current documents are listed before all documents.
  const changes = review.changes.filter(({ rating }) => rating !== 'contradiction');
  return { ...review, changes };
}
