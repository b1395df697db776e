import { codePages } from '../ingest/permalinks/pages.ts';
import type { Ingested } from '../ingest/pipeline.ts';
import type { LinkChanges } from './schema.ts';

/** Returns which pages, anchors and pinned documents are kept, issued, aliased or retired. */
export function compareLinks(
  before: Pick<Ingested, 'record' | 'catalogs'>,
  after: Pick<Ingested, 'record' | 'catalogs'>,
): LinkChanges {
  const [older, newer] = [listLinks(before.record), listLinks(after.record)];
  const added = [...newer].filter(([link]) => !older.has(link));
  const retired = new Set(listRetired(before.catalogs));
  return {
    kept: [...newer.keys()].filter((link) => older.has(link)).length,
    issued: added.filter(([, isAlias]) => !isAlias).map(([link]) => link),
    aliased: added.filter(([, isAlias]) => isAlias).map(([link]) => link),
    retired: listRetired(after.catalogs).filter((link) => !retired.has(link)),
  };
}

/** Returns every link, and whether it is a further anchor of a case; pages without their locale. */
function listLinks({ permalinks }: Ingested['record']): Map<string, boolean> {
  const pages = [...permalinks.pages, ...codePages(permalinks)];
  const links = new Map(pages.map((page) => [page.replace(/^(?:en|zh-cn)\//, ''), false]));
  for (const [catalog, { variants, codes }] of Object.entries(permalinks.catalogs)) {
    for (const id of variants) links.set(`${catalog}/?variant=${id}`, false);
    for (const { slug, cases } of Object.values(codes))
      for (const [id, anchors] of Object.entries(cases)) {
        links.set(`${catalog}/${slug}/#${id}`, links.get(`${catalog}/${slug}/#${id}`) ?? false);
        for (const anchor of anchors) links.set(`${catalog}/${slug}/#${anchor}`, true);
      }
  }
  return links;
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
