/** What two variants say differently, and a comparison of two variants as a whole. */
import { z } from 'zod';
import { differenceFields, fields, kinds, relations, ruleIds, severities } from './terms.ts';

/** A run of a word diff: equal, deleted from the left text, or inserted in the right one. */
export const DiffRunSchema = z.tuple([z.enum(['=', '-', '+']), z.string()]);
export type DiffRun = z.infer<typeof DiffRunSchema>;

export const KindSchema = z.enum(kinds);
export const SeveritySchema = z.enum(severities);

/** An editor's decision that a difference needs no more attention. */
export const AcknowledgedSchema = z.object({ by: z.string(), reason: z.string() });

/** One field of one case in which two variants differ, or the absence of the case in one of them. */
export const DifferenceSchema = z.object({
  case: z.string(),
  field: z.enum(differenceFields),
  left: z.string(),
  right: z.string(),
  /** How the two variants are related. */
  relation: z.enum(relations),
  /** Whether one of the two variants is no longer current, so that they do not contradict each other. */
  isPast: z.literal(true).optional(),
  kind: KindSchema,
  severity: SeveritySchema,
  /** The rule that found it; the guide explains it under this id. */
  rule: z.enum(ruleIds),
  /** 12 hex digits; depends on catalog, code, case, field, kind, the variants and the texts. */
  fingerprint: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  /** Word diff from before to after. */
  runs: z.array(DiffRunSchema).optional(),
  /** Between languages: the invariants that only one side has, such as "12 MB". */
  onlyLeft: z.array(z.string()).optional(),
  onlyRight: z.array(z.string()).optional(),
  /** The revision of the other language that the translation was made from, where it has changed since. */
  outdated: z.string().optional(),
  acknowledged: AcknowledgedSchema.optional(),
});
export type Difference = z.infer<typeof DifferenceSchema>;

/** A difference within a comparison, which names the variants once; the entries of the codes have the texts. */
export const PairDifferenceSchema = DifferenceSchema.omit({
  left: true,
  right: true,
  before: true,
  after: true,
}).extend({ code: z.string() });
export type PairDifference = z.infer<typeof PairDifferenceSchema>;

/** Every difference between two variants of a catalog; left is the older or, between languages, the English one. */
export const ComparisonSchema = z.object({
  catalog: z.string(),
  left: z.string(),
  right: z.string(),
  /** Fields that one of the two documents has no column for; they are not compared. */
  missingColumns: z.array(z.object({ field: z.enum(fields), variant: z.string() })),
  differences: z.array(PairDifferenceSchema),
});
export type Comparison = z.infer<typeof ComparisonSchema>;
