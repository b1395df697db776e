/** Codes and their cases: entries matched across the variants of a catalog. */
import { z } from 'zod';
import { DifferenceSchema, DiffRunSchema } from './difference.ts';
import { EntrySchema, FieldSchema } from './entry.ts';
import { IdSchema, RetiredSchema } from './registry.ts';
import { LocalisedSchema } from './text.ts';

/** How sure an alignment is: only one entry, same status and message, likely, or decided by an editor. */
export const MatchSchema = z.enum(['only', 'same', 'likely', 'decided']);

/** How a case in the current document of a language differs from what another document says. */
export const SinceSchema = z.object({
  variant: z.string(),
  newest: z.string(),
  /** The current document does not contain the case. */
  gone: z.boolean(),
  changes: z.array(z.object({ field: FieldSchema, runs: z.array(DiffRunSchema) })),
});
export type Since = z.infer<typeof SinceSchema>;

/** One meaning of a code, matched across variants. */
export const CaseSchema = z.object({
  id: z.string(),
  /** Every anchor that leads here, the id first. */
  anchors: z.array(z.string()).min(1),
  match: MatchSchema,
  because: z.array(z.string()),
  /** Newest document first. */
  entries: z.array(EntrySchema),
  /** Entries of documents that have been retired since. */
  former: z.array(EntrySchema).optional(),
  /** What has changed since older documents, for links that are pinned to them. */
  since: z.array(SinceSchema).optional(),
});
export type Case = z.infer<typeof CaseSchema>;

/** A defect of a source document that an editor has described for readers. */
export const DefectSchema = z.strictObject({
  catalog: IdSchema,
  variant: IdSchema,
  code: z.string(),
  line: z.int().positive(),
  /** The page of the file, if the document has several. */
  page: z.string().optional(),
  field: FieldSchema,
  note: LocalisedSchema,
});

export const CodeSchema = z.object({
  catalog: z.string(),
  code: z.string(),
  slug: z.string(),
  family: z.string(),
  cases: z.array(CaseSchema).min(1),
  differences: z.array(DifferenceSchema),
  missingFrom: z.array(z.string()),
  defects: z.array(DefectSchema),
  /** Path of the short link below `/c/`: `APIG.0201/`, with `?catalog=` if another catalog issued it first. */
  short: z.string().optional(),
  /** Names below `/c/` of the code's aliases, each with the case that it leads to. */
  aliasLinks: z.array(z.object({ name: z.string(), case: z.string().optional() })).optional(),
  /** Page names and short links that lead here since the code or its page was renamed. */
  former: z.array(z.object({ slug: z.string(), short: z.string() })).optional(),
  /** Set if no document contains the code any more; its texts are the last known ones. */
  retired: RetiredSchema.optional(),
  /** Cases that no document contains any more, with their last known texts. */
  retiredCases: z.array(CaseSchema.extend({ retired: RetiredSchema })).optional(),
});
export type Code = z.infer<typeof CodeSchema>;
