import { listLinks } from '../ingest/permalinks/pages.ts';
import type { Ingested } from '../ingest/pipeline.ts';
import type { LinkChanges } from './schema.ts';

/** Returns which pages, anchors and pinned documents are kept, issued, aliased or retired. */
export function compareLinks(
  before: Pick<Ingested, 'record' | 'catalogs'>,
  after: Pick<Ingested, 'record' | 'catalogs'>,
): LinkChanges {
  const [older, newer] = [listLinks(before.record.permalinks), listLinks(after.record.permalinks)];
  const added = [...newer].filter(([link]) => !older.has(link));
  const retired = new Set(listRetired(before.catalogs));
  return {
    kept: [...newer.keys()].filter((link) => older.has(link)).length,
    issued: added.filter(([, isAlias]) => !isAlias).map(([link]) => link),
    aliased: added.filter(([, isAlias]) => isAlias).map(([link]) => link),
    retired: listRetired(after.catalogs).filter((link) => !retired.has(link)),
  };
}

function listRetired(catalogs: Ingested['catalogs']): string[] {
  return catalogs.flatMap(({ catalog, codes, retired, retiredVariants }) => [
    ...retired.map(({ slug }) => `${catalog.id}/${slug}/`),
    ...codes.flatMap(({ slug, retiredCases = [] }) =>
      retiredCases.map(({ id }) => `${catalog.id}/${slug}/#${id}`),
    ),
    ...retiredVariants.map(({ id }) => `${catalog.id}/?variant=${id}`),
  ]);
}
