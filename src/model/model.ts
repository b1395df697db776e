/**
 * The words of this project as zod schemas; every TypeScript type is inferred from its schema.
 *
 * Words: a catalog holds variants (documents); a variant holds entries (rows); entries of one code
 * are aligned into cases; a case has differences between variants. Damage becomes a finding.
 */
import { z } from 'zod';

/** BCP 47 tag of the language a text is written in. */
export const LangSchema = z.enum(['en', 'zh-CN']);
export type Lang = z.infer<typeof LangSchema>;

/** A position in a source document: path from the project's root, 1-based line. */
export const PlaceSchema = z.object({ file: z.string(), line: z.int().positive() });
export type Place = z.infer<typeof PlaceSchema>;

// ── Rich text: the part of mdast that a table cell needs ────────────────────────────────────────

/** Phrasing content, in the shape of mdast nodes, so that writers need no conversion. */
export type Inline =
  | { type: 'text'; value: string }
  | { type: 'inlineCode'; value: string }
  | { type: 'break' }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'delete'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] };

/** Flow content of a cell or a note, in the shape of mdast nodes. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'code'; value: string }
  | { type: 'list'; ordered: boolean; children: { type: 'listItem'; children: Block[] }[] };

const parent = <T extends string>(type: T) =>
  z.object({ type: z.literal(type), children: z.array(z.lazy(() => InlineSchema)) });

export const InlineSchema: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), value: z.string() }),
    z.object({ type: z.literal('inlineCode'), value: z.string() }),
    z.object({ type: z.literal('break') }),
    parent('emphasis'),
    parent('strong'),
    parent('delete'),
    z.object({ type: z.literal('link'), url: z.string(), children: z.array(InlineSchema) }),
  ]),
);

export const BlockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), children: z.array(InlineSchema) }),
    z.object({ type: z.literal('code'), value: z.string() }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      children: z.array(z.object({ type: z.literal('listItem'), children: z.array(BlockSchema) })),
    }),
  ]),
);

/**
 * A text of a document: `plain` has markup removed, white space folded and paragraphs and list
 * items joined by "\n"; `rich` is there only when the text is more than plain paragraphs.
 */
export const TextSchema = z.object({
  lang: LangSchema,
  plain: z.string(),
  rich: z.array(BlockSchema).optional(),
  /** 1-based line of the cell; absent when it is the line of the entry. */
  line: z.int().positive().optional(),
});
export type Text = z.infer<typeof TextSchema>;

// ── Findings ────────────────────────────────────────────────────────────────────────────────────

export const FindingLevelSchema = z.enum(['error', 'warning', 'note']);
export type FindingLevel = z.infer<typeof FindingLevelSchema>;

/** Something wrong in a source document, or something the reader had to guess. */
export const FindingSchema = z.object({
  id: z.string(),
  level: FindingLevelSchema,
  place: PlaceSchema,
  message: z.string(),
  advice: z.string(),
  /** The same in Chinese, for the pages. */
  zh: z.object({ message: z.string(), advice: z.string() }),
  /** The code whose row is concerned, when it is known. */
  code: z.string().optional(),
});
export type Finding = z.infer<typeof FindingSchema>;

// ── Reading: a document as tables ───────────────────────────────────────────────────────────────

/** One table cell. `spanned` marks a copy made to fill a rowspan or colspan. */
export interface Cell {
  blocks: Block[];
  line: number;
  spanned?: 'row' | 'column';
}

/** One table row; a row may have more or fewer cells than the header, nothing is padded or cut. */
export interface Row {
  line: number;
  cells: Cell[];
}

/** One table of a document; `header` is empty where the document marks no header row. */
export interface Table {
  line: number;
  caption?: Inline[];
  header: Row[];
  rows: Row[];
}

/** Text outside the tables, in document order. */
export interface Note {
  line: number;
  block: Block;
}

/** What a reader makes of one document. */
export interface ReadResult {
  tables: Table[];
  notes: Note[];
  findings: Finding[];
}

/**
 * Reads the tables of a document of one format.
 *
 * @param text The document, decoded, without BOM, line ends as "\n".
 * @param file Its path, for findings.
 */
export type Reader = (text: string, file: string) => ReadResult;

// ── The registry: content/catalogs.yaml ─────────────────────────────────────────────────────────

export const FormatSchema = z.enum(['rst', 'markdown']);
export type Format = z.infer<typeof FormatSchema>;

const LocalisedSchema = z.strictObject({ en: z.string(), 'zh-CN': z.string() });
const DateSchema = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'expected YYYY-MM or YYYY-MM-DD');
const IdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens');

/** One source document as published once. */
export const VariantSchema = z.strictObject({
  id: IdSchema,
  lang: LangSchema,
  publisher: LocalisedSchema,
  title: z.string(),
  /** What tells this edition from others of its lineage, for people. */
  edition: LocalisedSchema,
  /** Date of the revision, if the document has one. */
  revision: DateSchema.optional(),
  /** Date on which an undated document was seen. */
  seen: DateSchema.optional(),
  /** The variant before this one in its lineage. */
  follows: IdSchema.optional(),
  lineage: IdSchema,
  format: FormatSchema,
  /** Path from the project's root. */
  source: z.string(),
  url: z.string().optional(),
  repository: z.string().optional(),
  commit: z.string().optional(),
  licence: z.string(),
  licenceUrl: z.string().optional(),
  /** Whether the licence allows offering the whole document. */
  redistribute: z.boolean(),
});
export type Variant = z.infer<typeof VariantSchema>;

export const CatalogSchema = z.strictObject({
  id: IdSchema,
  title: LocalisedSchema,
  description: LocalisedSchema,
  variants: z.array(VariantSchema).min(1),
});
export type Catalog = z.infer<typeof CatalogSchema>;

/** A document that is no longer used; links that are pinned to it still lead somewhere. */
export const RetiredVariantSchema = z.object({
  ...VariantSchema.pick({ id: true, lang: true, publisher: true, title: true, edition: true })
    .shape,
  revision: DateSchema.optional(),
  seen: DateSchema.optional(),
  retired: z.object({ note: LocalisedSchema, by: z.string() }),
});
export type RetiredVariant = z.infer<typeof RetiredVariantSchema>;

// ── Entries, cases, codes ───────────────────────────────────────────────────────────────────────

export const FieldSchema = z.enum(['httpStatus', 'message', 'description', 'solution']);
export type Field = z.infer<typeof FieldSchema>;

/** What one variant says in one row. A field the document does not have is absent; one it leaves empty has the text "". */
export const EntrySchema = z.object({
  variant: z.string(),
  code: z.string(),
  /** Caption of the table the row stands in. */
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

/** How sure an alignment is: one entry alone, same status and message, likely, or decided by an editor. */
export const MatchSchema = z.enum(['only', 'same', 'likely', 'decided']);

/** A run of a word diff: kept, deleted from the left text, or inserted in the right one. */
export const DiffRunSchema = z.tuple([z.enum(['=', '-', '+']), z.string()]);
export type DiffRun = z.infer<typeof DiffRunSchema>;

/** How a case in the newest document of a language differs from what an older one says. */
export const SinceSchema = z.object({
  variant: z.string(),
  newest: z.string(),
  /** The newest document does not have the case at all. */
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
  entries: z.array(EntrySchema),
  /** What documents said that have been retired since. */
  former: z.array(EntrySchema).optional(),
  /** What has changed since older documents, for links that are pinned to them. */
  since: z.array(SinceSchema).optional(),
});
export type Case = z.infer<typeof CaseSchema>;

export const KindSchema = z.enum([
  'changed',
  'added',
  'removed',
  'number',
  'identifier',
  'placeholder',
  'untranslated',
  'empty',
  'only-left',
  'only-right',
  'drift',
]);
export type Kind = z.infer<typeof KindSchema>;

export const SeveritySchema = z.enum(['contradiction', 'content', 'wording', 'typography']);
export type Severity = z.infer<typeof SeveritySchema>;

/** One field of one case on which two variants disagree, or its absence in one of them. */
export const DifferenceSchema = z.object({
  case: z.string(),
  field: z.enum([...FieldSchema.options, 'presence']),
  left: z.string(),
  right: z.string(),
  kind: KindSchema,
  severity: SeveritySchema,
  /** 12 hex digits; depends on catalog, code, case, field, kind, the variants and the texts. */
  fingerprint: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  /** Word diff from before to after. */
  runs: z.array(DiffRunSchema).optional(),
  /** Between languages: the invariants found on one side alone, such as "12 MB". */
  onlyLeft: z.array(z.string()).optional(),
  onlyRight: z.array(z.string()).optional(),
  acknowledged: z.object({ by: z.string(), reason: z.string() }).optional(),
});
export type Difference = z.infer<typeof DifferenceSchema>;

/** A difference as a comparison holds it: the variants stand in its head, the texts in the codes' entries. */
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
  differences: z.array(PairDifferenceSchema),
});
export type Comparison = z.infer<typeof ComparisonSchema>;

/** A defect of a source document that an editor has described for readers. */
export const DefectSchema = z.strictObject({
  catalog: IdSchema,
  variant: IdSchema,
  code: z.string(),
  line: z.int().positive(),
  field: FieldSchema,
  note: LocalisedSchema,
});
export type Defect = z.infer<typeof DefectSchema>;

/** Why a code, a case or a document is no longer in use, in words for readers. */
export const RetiredSchema = z.object({ note: LocalisedSchema, by: z.string() });
export type Retired = z.infer<typeof RetiredSchema>;

export const CodeSchema = z.object({
  catalog: z.string(),
  code: z.string(),
  slug: z.string(),
  family: z.string(),
  cases: z.array(CaseSchema).min(1),
  differences: z.array(DifferenceSchema),
  missingFrom: z.array(z.string()),
  defects: z.array(DefectSchema),
  /** Path of the short link below `/c/`: `APIG.0201/`, with `?catalog=` where another catalog issued it first. */
  short: z.string().optional(),
  /** Page names and short links that lead here since the code or its page was renamed. */
  former: z.array(z.object({ slug: z.string(), short: z.string() })).optional(),
  /** Set when no document has the code any more; its texts are the last known ones. */
  retired: RetiredSchema.optional(),
  /** Cases that no document has any more, with their last known texts. */
  retiredCases: z.array(CaseSchema.extend({ retired: RetiredSchema })).optional(),
});
export type Code = z.infer<typeof CodeSchema>;

/** What became of one variant: figures, notes, findings, rows that could not be placed. */
export const VariantReportSchema = z.object({
  ...VariantSchema.shape,
  catalog: z.string(),
  rows: z.int(),
  codes: z.int(),
  findings: z.array(FindingSchema),
  notes: z.array(z.object({ line: z.int(), block: BlockSchema })),
  captions: z.array(z.string()),
  /** Rows that carry no code: their cells in order. */
  unplaced: z.array(z.object({ place: PlaceSchema, cells: z.array(TextSchema) })),
});
export type VariantReport = z.infer<typeof VariantReportSchema>;

// ── The editor's worklist ───────────────────────────────────────────────────────────────────────

export const WorkKindSchema = z.enum([
  /** The newest English and the newest Chinese document contradict each other. */
  'contradiction',
  /** A case that no document of the other language has. */
  'missing-language',
  /** A case that the newest document of a lineage has no more. */
  'missing-newest',
  /** A solution that is empty, was dropped, or was lost in the document. */
  'solution',
  /** One language changed in its lineage; the newest document of the other did not. */
  'not-followed',
  /** A slip against which other documents agree: punctuation, or an HTTP status. */
  'slip',
  /** Between languages one says something that the other does not. */
  'differs',
  /** A hint that one language says more or other things. */
  'drift',
  /** What ingestion found in a document. */
  'finding',
]);
export type WorkKind = z.infer<typeof WorkKindSchema>;

/** A mend that is clear: the text to replace, its replacement, and who agrees on it. */
export const MendSchema = z.object({
  variant: z.string(),
  field: FieldSchema,
  before: z.string(),
  after: z.string(),
  /** Variants that all say `after`. */
  agreed: z.array(z.string()),
  /** Unified diff against the source, where the licence allows offering it. */
  patch: z.string().optional(),
});
export type Mend = z.infer<typeof MendSchema>;

/** One thing for an editor to look at. */
export const WorkItemSchema = z.object({
  kind: WorkKindSchema,
  /** The fingerprint of the difference it is about, else one of its own; it can be acknowledged by it. */
  fingerprint: z.string(),
  code: z.string().optional(),
  case: z.string().optional(),
  field: DifferenceSchema.shape.field.optional(),
  /** Where to look: variant and 1-based line, the document to mend first. */
  places: z.array(z.object({ variant: z.string(), line: z.int().positive() })),
  /** The pair of variants whose comparison has the difference. */
  pair: z.object({ left: z.string(), right: z.string() }).optional(),
  /** The difference itself, without what stands above. */
  difference: DifferenceSchema.pick({
    kind: true,
    severity: true,
    runs: true,
    onlyLeft: true,
    onlyRight: true,
  }).optional(),
  /** The language in which, or the document in which, the case is missing. */
  missingLang: LangSchema.optional(),
  missingVariant: z.string().optional(),
  /** Why a solution is on the list. */
  solution: z.enum(['empty', 'removed', 'lost']).optional(),
  note: LocalisedSchema.optional(),
  finding: FindingSchema.omit({ place: true }).optional(),
  mend: MendSchema.optional(),
  acknowledged: DifferenceSchema.shape.acknowledged,
});
export type WorkItem = z.infer<typeof WorkItemSchema>;
