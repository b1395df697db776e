import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { casesByStatus } from '../../../src/model/cases-by-status.ts';
import { locales } from '../../../src/model/lang.ts';
import type { Permalinks } from '../../../src/model/permalinks.ts';
import { shortLinks } from '../../../src/model/short-links.ts';
import type { CatalogResult } from '../write/index.ts';

const siteFolder = join(import.meta.dirname, '../../../src');

/**
 * Lists the pages of the site that are no code's own and no short link: those of catalogs and
 * documents, links by status, and the pages and guides in `src/`.
 *
 * @returns Paths from the site's root, the root itself as ''.
 */
export function listPages(results: readonly CatalogResult[]): string[] {
  const pages = [...listOwnPages(), ...results.flatMap(listPagesOf)];
  const localised = locales.flatMap((locale) => pages.map((page) => `${locale}/${page}`));
  const codes = results.flatMap((result) => [...result.codes, ...result.retired]);
  const byStatus = [...shortLinks(codes)].flatMap(([name, [code]]) =>
    code.aliasLinks?.some((alias) => alias.name === name)
      ? []
      : [...casesByStatus(code).keys()].map((status) => `c/${name}/${status}/`),
  );
  return ['', ...localised, ...byStatus].sort();
}

/** Lists the pages of codes, under current and earlier names, and of short links. */
export function codePages({ short, catalogs }: Permalinks): string[] {
  const pages = Object.entries(catalogs).flatMap(([catalog, { codes }]) =>
    Object.values(codes).flatMap(({ slug, former = [] }) =>
      locales.flatMap((locale) => [slug, ...former].map((name) => `${locale}/${catalog}/${name}/`)),
    ),
  );
  return [...pages, ...Object.keys(short).map((name) => `c/${name}/`)];
}

/** Returns every link that is recorded, and whether it is a further anchor of a case; pages without their locale. */
export function listLinks(permalinks: Permalinks): Map<string, boolean> {
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

/** Pages whose address does not depend on the documents. */
function listOwnPages(): string[] {
  const folders = readdirSync(join(siteFolder, 'pages/[locale]'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('['))
    .map(({ name }) => `${name}/`);
  const guides = readdirSync(join(siteFolder, 'content/docs/en/guides')).map((name) =>
    name.replace(/\.mdx?$/, '/'),
  );
  return ['', ...folders, ...guides.map((guide) => `guides/${guide}`)];
}

function listPagesOf({ catalog, variants, comparisons }: CatalogResult): string[] {
  const lineages = new Set(variants.map(({ lineage }) => lineage));
  return [
    ...['', 'compare/', 'history/', 'worklist/'].map((page) => `${catalog.id}/${page}`),
    ...comparisons.map(({ left, right }) => `${catalog.id}/compare/${left}..${right}/`),
    ...[...lineages].map((lineage) => `${catalog.id}/history/${lineage}/`),
    ...variants.flatMap(({ id, files }) => {
      const source = `sources/${catalog.id}/${id}/`;
      return [source, ...files.flatMap(({ page }) => (page ? `${source}${page}/` : []))];
    }),
  ];
}
