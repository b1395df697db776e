/** `getStaticPaths` of the pages: in every language, for every catalog, for every item of a catalog. */
import { locales } from '../model/lang.ts';
import { allCatalogs, type CatalogData } from './queries.ts';

interface Path<Props> {
  params: Record<string, string>;
  props: Props;
}

/** Returns each path in every language; without paths, one for each language. */
export function localePaths<Props = object>(
  paths: Path<Props>[] = [{ params: {}, props: {} as Props }],
): (Path<Props> & { params: { locale: string } })[] {
  return locales.flatMap((locale) =>
    paths.map(({ params, props }) => ({ params: { locale, ...params }, props })),
  );
}

/** Returns a path for each language and catalog, or for each item of the catalogs. */
export function catalogPaths<Props = object>(
  itemsOf: (catalog: CatalogData) => Path<Props>[] = () => [{ params: {}, props: {} as Props }],
) {
  const paths = allCatalogs().flatMap((catalog) =>
    itemsOf(catalog).map(({ params, props }) => ({
      params: { catalog: catalog.id, ...params },
      props: { catalog, ...props },
    })),
  );
  return localePaths(paths);
}
