import { z } from 'zod';
import { PlaceSchema } from './text.ts';

export const FindingLevelSchema = z.enum(['error', 'warning', 'note']);
export type FindingLevel = z.infer<typeof FindingLevelSchema>;

/** A defect of a source document, or something the reader had to guess. */
export const FindingSchema = z.object({
  id: z.string(),
  level: FindingLevelSchema,
  place: PlaceSchema,
  message: z.string(),
  advice: z.string(),
  /** The same in Chinese, for the pages. */
  zh: z.object({ message: z.string(), advice: z.string() }),
  /** YAML that settles it, if an editor's decision does; the first line names the file. */
  curation: z.string().optional(),
  /** The code of the affected row, if it is known. */
  code: z.string().optional(),
});
export type Finding = z.infer<typeof FindingSchema>;
