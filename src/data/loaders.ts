/** Loaders of the collections of data; Astro's own loaders read Markdown and JSON with other ids. */
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { CodeSchema } from '../model/case.ts';
import { ComparisonSchema } from '../model/difference.ts';
import {
  CatalogDataSchema,
  readAllCodes,
  readCatalogs,
  readComparisons,
  readWorklists,
  WorklistSchema,
} from './read-content.ts';
import { pairName } from './urls.ts';

/** Loads the codes, with the id `catalog/slug`; the retired codes of a catalog are last. */
export const codesLoader = () => ({
  ...loaderOf('codes', readAllCodes, ({ catalog, slug }) => `${catalog}/${slug}`),
  schema: CodeSchema,
});

/** Loads the catalogs, with their id. */
export const catalogsLoader = () => ({
  ...loaderOf('variants', readCatalogs, ({ id }) => id),
  schema: CatalogDataSchema,
});

/** Loads the pairs of variants, with the id `catalog/left..right`. */
export const comparisonsLoader = () => ({
  ...loaderOf('comparisons', readComparisons, (pair) => `${pair.catalog}/${pairName(pair)}`),
  schema: ComparisonSchema,
});

/** Loads the worklists, with the id of their catalog. */
export const worklistsLoader = () => ({
  ...loaderOf('worklists', readWorklists, ({ catalog }) => catalog),
  schema: WorklistSchema,
});

/** A loader of the files in one folder below `src/content/`; `astro dev` loads them again after a change. */
function loaderOf<T extends Record<string, unknown>>(
  name: string,
  read: (source: URL) => T[],
  idOf: (item: T) => string,
) {
  return {
    name,
    load: async ({ store, config, watcher }) => {
      const load = () => {
        store.clear();
        for (const item of read(config.srcDir)) store.set({ id: idOf(item), data: item });
      };
      load();
      const folder = fileURLToPath(new URL(`content/${name}/`, config.srcDir));
      watcher?.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) {
        watcher?.on(event, (path) => {
          if (path.startsWith(folder) && path.endsWith('.json')) load();
        });
      }
    },
  } satisfies Loader;
}
