import { z } from 'astro/zod';
import en from './content/i18n/en.json' with { type: 'json' };

/** Every string of the interface; the English file says which there are. */
export const ui = z.object(
  Object.fromEntries(Object.keys(en).map((key) => [key, z.string().optional()])) as Record<
    keyof typeof en,
    z.ZodOptional<z.ZodString>
  >,
);
