/** The editor's worklist. */
import { z } from 'zod';
import { AcknowledgedSchema, DifferenceSchema } from './difference.ts';
import { FieldSchema } from './entry.ts';
import { FindingSchema } from './finding.ts';
import { LangSchema, LocalisedSchema, PlaceSchema } from './text.ts';

export const WorkKindSchema = z.enum([
  /** The current English and the current Chinese document contradict each other. */
  'contradiction',
  /** A case that no document of the other language has. */
  'missing-language',
  /** A case that the newest document of a lineage has no more. */
  'missing-newest',
  /** A solution that is empty, was dropped, or was lost in the document. */
  'solution',
  /** One language changed in its lineage; the newest document of the other did not. */
  'not-followed',
  /** A likely typo, since other documents agree: punctuation, or an HTTP status. */
  // The id is in permalinks; the interface calls it a likely typo.
  'slip',
  /** Between languages one says something that the other does not. */
  'differs',
  /** A hint that one language says more or other things. */
  'drift',
  /** Two codes that are probably one, misspelt in a document. */
  'similar-codes',
  /** A field that only one of the two current documents has a column for. */
  'missing-column',
  /** What ingestion found in a document. */
  'finding',
]);
export type WorkKind = z.infer<typeof WorkKindSchema>;

/** A suggested fix: the text to replace, its replacement, and the documents that agree on it. */
export const FixSchema = z.object({
  variant: z.string(),
  field: FieldSchema,
  before: z.string(),
  after: z.string(),
  /** Variants that all say `after`. */
  agreed: z.array(z.string()),
  /** Unified diff against the source, where the licence allows offering it. */
  patch: z.string().optional(),
});
export type Fix = z.infer<typeof FixSchema>;

/** One thing for an editor to look at. */
export const WorkItemSchema = z.object({
  kind: WorkKindSchema,
  /** The fingerprint of the difference it is about, else one of its own; it can be acknowledged by it. */
  fingerprint: z.string(),
  code: z.string().optional(),
  case: z.string().optional(),
  field: DifferenceSchema.shape.field.optional(),
  /** Where to look: variant, 1-based line and page of the file, the document to fix first. */
  places: z.array(
    z.object({ variant: z.string(), ...PlaceSchema.pick({ line: true, page: true }).shape }),
  ),
  /** The pair of variants whose comparison has the difference. */
  pair: z.object({ left: z.string(), right: z.string() }).optional(),
  /** The other fields of the difference. */
  difference: DifferenceSchema.pick({
    kind: true,
    severity: true,
    runs: true,
    onlyLeft: true,
    onlyRight: true,
    outdated: true,
  }).optional(),
  /** The language in which, or the document in which, the case is missing. */
  missingLang: LangSchema.optional(),
  missingVariant: z.string().optional(),
  /** Why a solution is on the list. */
  solution: z.enum(['empty', 'removed', 'lost']).optional(),
  /** The other spelling of a code, and what to add to `content/curation/codes.yaml`. */
  similarCode: z.string().optional(),
  curation: z.string().optional(),
  note: LocalisedSchema.optional(),
  finding: FindingSchema.omit({ place: true }).optional(),
  fix: FixSchema.optional(),
  acknowledged: AcknowledgedSchema.optional(),
});
export type WorkItem = z.infer<typeof WorkItemSchema>;
