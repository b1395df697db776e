import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const docs = docsSchema({
  extend: z.object({
    /** Set on the page of a code. */
    catalog: z.string().optional(),
    code: z.string().optional(),
    family: z.string().optional(),
  }),
});
let docsOnce: ReturnType<typeof docs> | undefined;

export const collections = {
  docs: defineCollection({
    // Guides only. The pages of codes are read when they are rendered: src/data/code-page/.
    loader: glob({ base: 'src/content/docs', pattern: '**/[^_]*.md' }),
    // Made once: it takes longer than to check a page, and differs only for pages with pictures.
    schema: (context) => {
      docsOnce ??= docs(context);
      return docsOnce;
    },
  }),
  /** Starlight asks for it; pages take their strings from src/i18n.ts. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
