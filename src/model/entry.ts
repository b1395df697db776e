import { z } from 'zod';
import { fields } from './terms.ts';
import { PlaceSchema, TextSchema } from './text.ts';

export const FieldSchema = z.enum(fields);

/** What one variant says in one row; a field without a column is absent, an empty one "". */
export const EntrySchema = z.object({
  variant: z.string(),
  code: z.string(),
  /** Further identifiers of the same error: a number beside a name, an old code, a sub code. */
  aliases: z.array(z.string()).optional(),
  /** Caption of the row's table. */
  table: z.string().optional(),
  httpStatus: TextSchema.optional(),
  message: TextSchema.optional(),
  description: TextSchema.optional(),
  solution: TextSchema.optional(),
  /** Columns that map to no field, under their headings. */
  extra: z.record(z.string(), TextSchema),
  /** The document's own heading of each column that was mapped. */
  headings: z.record(z.string(), z.string()),
  place: PlaceSchema,
});
export type Entry = z.infer<typeof EntrySchema>;
