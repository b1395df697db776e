import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { docsAndCodePagesLoader } from './data/code-page/docs-loader.ts';
import { catalogsLoader, codesLoader, comparisonsLoader, worklistsLoader } from './data/loaders.ts';

const docs = docsSchema({
  extend: z.object({
    /** Set on the generated page of a code. */
    catalog: z.string().optional(),
    code: z.string().optional(),
    family: z.string().optional(),
  }),
});
let docsOnce: ReturnType<typeof docs> | undefined;

export const collections = {
  docs: defineCollection({
    loader: docsAndCodePagesLoader(),
    // Made once: it takes longer than to check a page, and differs only for pages with pictures.
    schema: (context) => {
      docsOnce ??= docs(context);
      return docsOnce;
    },
  }),
  /** Starlight asks for it; pages take their strings from src/i18n.ts. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  /** One item a code, id `catalog/slug`. */
  codes: defineCollection({ loader: codesLoader() }),
  /** One item a catalog: title, description, its variants with figures and findings. */
  variants: defineCollection({ loader: catalogsLoader() }),
  /** One item a pair of variants, id `catalog/left..right`. */
  comparisons: defineCollection({ loader: comparisonsLoader() }),
  /** One item a catalog: what editors should look at. */
  worklists: defineCollection({ loader: worklistsLoader() }),
};
