/** Loaders of the data that ingest wrote, checked against the same schemas that it was made with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { CodeSchema } from '../model/case.ts';
import { ComparisonSchema } from '../model/difference.ts';
import { CatalogSchema, RetiredVariantSchema, VariantReportSchema } from '../model/registry.ts';
import { WorkItemSchema } from '../model/work.ts';

const CodesFile = z.object({
  catalog: z.string(),
  codes: z.array(CodeSchema),
  retired: z.array(CodeSchema).default([]),
});

/** What editors should look at, by catalog. */
export const WorklistSchema = z.object({ catalog: z.string(), items: z.array(WorkItemSchema) });

/** A catalog as the site knows it. */
export const CatalogDataSchema = z.object({
  ...CatalogSchema.shape,
  variants: z.array(VariantReportSchema),
  retired: z.array(RetiredVariantSchema).default([]),
});

/** Loads `src/content/codes/*.json`: an item a code, retired ones last. */
export function codesLoader() {
  return {
    name: 'codes',
    schema: CodeSchema,
    load: (context) =>
      loadFolder('codes', context, (json, store) => {
        const { codes, retired } = CodesFile.parse(json);
        for (const code of [...codes, ...retired]) store(`${code.catalog}/${code.slug}`, code);
      }),
  } satisfies Loader;
}

/** Loads `src/content/variants/*.json`: an item a catalog. */
export function catalogDataLoader() {
  return {
    name: 'variants',
    schema: CatalogDataSchema,
    load: (context) =>
      loadFolder('variants', context, (json, store) => {
        const catalog = CatalogDataSchema.parse(json);
        store(catalog.id, catalog);
      }),
  } satisfies Loader;
}

/** Loads `src/content/comparisons/<catalog>/<left>..<right>.json`: an item a pair of variants. */
export function comparisonsLoader() {
  return {
    name: 'comparisons',
    schema: ComparisonSchema,
    load: (context) =>
      loadFolder('comparisons', context, (json, store) => {
        const comparison = ComparisonSchema.parse(json);
        store(`${comparison.catalog}/${comparison.left}..${comparison.right}`, comparison);
      }),
  } satisfies Loader;
}

/** Loads `src/content/worklists/*.json`: an item a catalog. */
export function worklistsLoader() {
  return {
    name: 'worklists',
    schema: WorklistSchema,
    load: (context) =>
      loadFolder('worklists', context, (json, store) => {
        const worklist = WorklistSchema.parse(json);
        store(worklist.catalog, worklist);
      }),
  } satisfies Loader;
}

async function loadFolder(
  name: string,
  { store, config, watcher }: LoaderContext,
  add: (json: unknown, store: (id: string, data: Record<string, unknown>) => void) => void,
): Promise<void> {
  const folder = fileURLToPath(new URL(`content/${name}/`, config.srcDir));
  const load = () => {
    store.clear();
    // A catalog of one document has no comparisons: the folder may not be there.
    if (!existsSync(folder)) return;
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!file.endsWith('.json')) continue;
      add(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')), (id, data) =>
        store.set({ id, data }),
      );
    }
  };
  load();
  watcher?.add(folder);
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher?.on(event, (path) => {
      if (path.startsWith(folder) && path.endsWith('.json')) load();
    });
  }
}
