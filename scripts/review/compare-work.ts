/** The worklist and the findings before and after a change. */

import { acknowledgementLine } from '../../src/model/acknowledgement.ts';
import type { VariantReport } from '../../src/model/registry.ts';
import type { WorkItem } from '../../src/model/work.ts';
import type { CatalogResult } from '../ingest/write/index.ts';
import { compareLists } from './compare-lists.ts';
import type { Review, Work } from './schema.ts';

type Reported = Pick<VariantReport, 'catalog' | 'id' | 'findings'>;

/** Returns the findings that appeared and that are gone; one that only moved to another line is neither. */
export function compareFindings(
  before: readonly Reported[],
  after: readonly Reported[],
): Review['findings'] {
  const list = (variants: readonly Reported[]) =>
    variants.flatMap(({ catalog, id, findings }) =>
      findings.map(({ zh: _, ...finding }) => ({
        key: JSON.stringify([catalog, id, finding.id, finding.code, finding.message]),
        item: { ...finding, place: { ...finding.place } },
      })),
    );
  return compareLists(list(before), list(after));
}

/**
 * Returns the items of the worklist that appeared and that are done, without acknowledged ones.
 * Findings are left out. An item about the next revision of the same document is the same item.
 */
export function compareWork(
  before: readonly CatalogResult[],
  after: readonly CatalogResult[],
): Review['work'] {
  const list = (results: readonly CatalogResult[]) =>
    results.flatMap((result) =>
      result.work
        .filter(({ kind, acknowledged }) => kind !== 'finding' && !acknowledged)
        .map((item) => describeWork(result, item)),
    );
  return compareLists(list(before), list(after));
}

function describeWork({ catalog, variants }: CatalogResult, item: WorkItem) {
  const { kind, code, field, fix, missingLang, missingVariant, similarCode, solution } = item;
  const [at] = item.places;
  const report = variants.find(({ id }) => id === at?.variant);
  const file = report?.files.find(({ page }) => page === at?.page)?.path;
  const what = fix
    ? `${fix.before} → ${fix.after}`
    : (similarCode ??
      missingVariant ??
      missingLang ??
      solution ??
      [field, item.difference?.kind].filter(Boolean).join(', '));
  const work: Work = {
    kind,
    catalog: catalog.id,
    ...(code === undefined ? {} : { code }),
    ...(at && file ? { place: { file, line: at.line } } : {}),
    what,
    accept: acknowledgementLine(item.fingerprint, catalog.id),
  };
  const key = JSON.stringify([kind, catalog.id, report?.lineage, code, item.case, field, what]);
  return { key, item: work };
}
