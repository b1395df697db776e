/** A review: what a change to the documents does. `npm run review -- --format json` prints it. */
import { z } from 'zod';
import { FindingSchema } from '../../src/model/finding.ts';
import { ratings } from '../../src/model/terms.ts';
import { WorkKindSchema } from '../../src/model/work.ts';

/** A place in a document: path from the project's root, 1-based line. */
const PlaceSchema = z.strictObject({ file: z.string(), line: z.int().positive() });

/** One text that differs between two documents, or a row that only one of them has. */
export const ChangeSchema = z.strictObject({
  code: z.string(),
  /** Id of the case. */
  case: z.string(),
  /** A field, `presence` for a row, `aliases`, or the heading of a column that maps to no field. */
  field: z.string(),
  /** Its severity; a contradiction between revisions is `changed`. */
  rating: z.enum(ratings),
  /** The text on each side; absent where there is none. Of a row, its texts joined by ` | `. */
  before: z.string().optional(),
  after: z.string().optional(),
  /** In the newer document; of a removed row, in the older one. */
  place: PlaceSchema,
  /** Entry of `content/curation/acknowledged.yaml` that accepts it; absent for a document altered in place. */
  accept: z.string().optional(),
  /** An editor has acknowledged it. */
  acknowledged: z.literal(true).optional(),
});
export type Change = z.infer<typeof ChangeSchema>;

const ContradictionSchema = ChangeSchema.extend({
  catalog: z.string(),
  left: z.string(),
  right: z.string(),
});
export type Contradiction = z.infer<typeof ContradictionSchema>;

/** What became of one document. */
export const DocumentReviewSchema = z.strictObject({
  catalog: z.string(),
  variant: z.string(),
  title: z.string(),
  /** `compared` if two given documents are compared. */
  change: z.enum(['added', 'altered', 'removed', 'compared']),
  /** The document that it was compared with: its predecessor, or itself as it was before. */
  against: z.string().optional(),
  rows: z.strictObject({ before: z.int(), after: z.int() }),
  /** Fields of its item in content/catalogs.yaml that changed. */
  registry: z.array(z.string()),
  /** Codes with the same text under another name. */
  renamed: z.array(z.strictObject({ from: z.string(), to: z.string(), place: PlaceSchema })),
  codesAdded: z.array(z.string()),
  codesRemoved: z.array(z.string()),
  /** Columns that only one of the two has. */
  columnsAdded: z.array(z.string()),
  columnsRemoved: z.array(z.string()),
  /** The worst first. */
  changes: z.array(ChangeSchema),
});
export type DocumentReview = z.infer<typeof DocumentReviewSchema>;

const LinksSchema = z.strictObject({
  kept: z.int(),
  issued: z.array(z.string()),
  /** New anchors of cases that have one already. */
  aliased: z.array(z.string()),
  /** Codes, cases and documents that are no longer in use. */
  retired: z.array(z.string()),
  /** Links of the older side that are not recorded any more. */
  lost: z.array(z.string()),
});
export type LinkChanges = z.infer<typeof LinksSchema>;

const WorkSchema = z.strictObject({
  kind: WorkKindSchema,
  catalog: z.string(),
  code: z.string().optional(),
  place: PlaceSchema.optional(),
  what: z.string(),
  /** Entry of `content/curation/acknowledged.yaml` that accepts it. */
  accept: z.string(),
});
export type Work = z.infer<typeof WorkSchema>;

const countsOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ before: z.int(), after: z.int(), appeared: z.array(item), done: z.array(item) });

export const ReviewSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** What was compared: revisions, documents or files. */
  before: z.string(),
  after: z.string(),
  /** What ingest refuses on the new side: `file:line: what is wrong. What to do.` */
  problems: z.array(z.string()),
  documents: z.array(DocumentReviewSchema),
  /** Between documents that are current. */
  contradictions: z.strictObject({
    appeared: z.array(ContradictionSchema),
    resolved: z.array(ContradictionSchema),
  }),
  links: LinksSchema,
  findings: countsOf(FindingSchema.omit({ zh: true })),
  work: countsOf(WorkSchema),
});
export type Review = z.infer<typeof ReviewSchema>;
