/** Loaders of the data that ingest wrote, checked against the same schemas that it was made with. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import {
  CatalogSchema,
  CodeSchema,
  RetiredVariantSchema,
  VariantReportSchema,
} from '../../scripts/ingest/model.ts';

const CodesFile = z.object({
  catalog: z.string(),
  codes: z.array(CodeSchema),
  retired: z.array(CodeSchema).default([]),
});

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

async function loadFolder(
  name: string,
  { store, config, watcher }: LoaderContext,
  add: (json: unknown, store: (id: string, data: Record<string, unknown>) => void) => void,
): Promise<void> {
  const folder = fileURLToPath(new URL(`content/${name}/`, config.srcDir));
  const load = () => {
    store.clear();
    for (const file of readdirSync(folder).sort()) {
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
