/** One list for editors: everything about the documents of a catalog that someone should look at. */

import { compareCodes, compareStrings } from '../../../src/model/order.ts';
import { type WorkItem, WorkKindSchema } from '../../../src/model/work.ts';
import { fingerprintOf } from '../compare/fingerprint.ts';
import {
  listBetweenLanguages,
  listContradictions,
  listMissingColumns,
  listNotFollowed,
} from './between-languages.ts';
import { type CatalogView, type Compared, viewCatalog } from './catalog-view.ts';
import { listMissingInLanguage, listMissingInNewest } from './missing.ts';
import { listSimilarCodes } from './similar-codes.ts';
import { listSolutions } from './solutions.ts';
import { joinTypos, listTypos } from './typos.ts';

/**
 * Returns the work on the documents of a catalog.
 *
 * Only the newest document of a language or lineage needs work, as older ones are no longer
 * published. Findings are listed for all, since they may hide text.
 *
 * @param sourceOf The text of a source document by its path, byte for byte; asked only for documents
 *   whose licence allows offering a patch.
 * @returns Items by kind, then code, then place; no two have the same kind and fingerprint.
 */
export function listWork(result: Compared, sourceOf: (file: string) => string): WorkItem[] {
  const view = viewCatalog(result);
  const items = [
    ...joinTypos(listBetweenLanguages(view), listTypos(view, sourceOf)),
    ...listContradictions(view),
    ...listMissingInLanguage(view),
    ...listMissingInNewest(view),
    ...listSolutions(view),
    ...listNotFollowed(view),
    ...listSimilarCodes(view),
    ...listMissingColumns(view),
    ...listFindings(view),
  ];
  const kinds = WorkKindSchema.options;
  const order = (a: WorkItem, b: WorkItem) =>
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    compareCodes(a.code ?? '', b.code ?? '') ||
    compareStrings(a.places[0]?.variant ?? '', b.places[0]?.variant ?? '') ||
    compareStrings(a.places[0]?.page ?? '', b.places[0]?.page ?? '') ||
    (a.places[0]?.line ?? 0) - (b.places[0]?.line ?? 0);
  const unique = new Map(items.map((item) => [`${item.kind} ${item.fingerprint}`, item]));
  return [...unique.values()].sort(order);
}

function listFindings({ catalog, variants }: CatalogView): WorkItem[] {
  return variants.flatMap((report) =>
    report.findings.map(({ place, ...finding }): WorkItem => {
      const { id, message, code } = finding;
      const { line, page } = place;
      const at = page === undefined ? String(line) : `${page}:${line}`;
      return {
        kind: 'finding',
        fingerprint: fingerprintOf(catalog.id, 'finding', report.id, id, message, at),
        ...(code === undefined ? {} : { code }),
        places: [{ variant: report.id, line, ...(page === undefined ? {} : { page }) }],
        finding,
      };
    }),
  );
}
