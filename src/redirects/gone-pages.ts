import { existsSync, readFileSync } from 'node:fs';
import { allCatalogs } from '~/data/queries';
import { PermalinksFileSchema } from '../model/permalinks.ts';

/** A recorded page of a catalog that is built no more. */
interface GonePage {
  locale: string;
  catalog: string;
  /** Path below the catalog, without slashes at its ends. */
  rest: string;
}

/** Recorded comparisons and histories that name a retired document or a lineage without documents. */
export function gonePages(): GonePage[] {
  if (!existsSync('content/permalinks.json')) return [];
  const json = JSON.parse(readFileSync('content/permalinks.json', 'utf8'));
  const { pages } = PermalinksFileSchema.parse(json);
  const catalogs = new Map(allCatalogs().map((catalog) => [catalog.id, catalog]));
  return pages.flatMap((path) => {
    const [locale = '', id = '', kind, name] = path.split('/');
    const catalog = catalogs.get(id);
    if (catalog === undefined || !name) return [];
    const retired = (variant: string) => catalog.retired.some((other) => other.id === variant);
    const gone =
      kind === 'compare'
        ? name.split('..').some(retired)
        : kind === 'history' && !catalog.variants.some(({ lineage }) => lineage === name);
    return gone ? [{ locale, catalog: id, rest: `${kind}/${name}` }] : [];
  });
}
