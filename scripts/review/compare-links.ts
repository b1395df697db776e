import type { Permalinks } from '../../src/model/permalinks.ts';
import { listLinks } from '../ingest/permalinks/pages.ts';
import type { Ingested } from '../ingest/pipeline.ts';
import type { LinkChanges } from './schema.ts';

/** Returns which pages, anchors and pinned documents are kept, issued, aliased, retired or lost. */
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
    lost: [
      ...[...older.keys()].filter((link) => !newer.has(link)),
      ...listMoved(before.record.permalinks, after.record.permalinks),
    ],
  };
}

/** Lists short links that lead to another catalog. */
const listMoved = (older: Permalinks, newer: Permalinks): string[] =>
  Object.entries(older.short).flatMap(([name, catalog]) => {
    const now = newer.short[name];
    return now === undefined || now === catalog ? [] : [`c/${name}/ of ${catalog}`];
  });

function listRetired(catalogs: Ingested['catalogs']): string[] {
  return catalogs.flatMap(({ catalog, codes, retired, retiredVariants }) => [
    ...retired.map(({ slug }) => `${catalog.id}/${slug}/`),
    ...codes.flatMap(({ slug, retiredCases = [] }) =>
      retiredCases.map(({ id }) => `${catalog.id}/${slug}/#${id}`),
    ),
    ...retiredVariants.map(({ id }) => `${catalog.id}/?variant=${id}`),
  ]);
}
