/** Catalogs and their documents: the entries of `content/catalogs.yaml`, and what became of them. */
import { z } from 'zod';
import { headingKey } from '../text/fold.ts';
import { FindingSchema } from './finding.ts';
import { FormatSchema } from './format.ts';
import { verifiedResults } from './terms.ts';
import {
  BlockSchema,
  LangSchema,
  LocalisedSchema,
  NameSchema,
  PlaceSchema,
  TextSchema,
  WebAddressSchema,
} from './text.ts';

const DateSchema = z.union([z.iso.date(), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], {
  error: 'expected a date of the calendar, as YYYY-MM or YYYY-MM-DD',
});

/** A name in addresses and of files. Two of them make the name of a comparison's file. */
export const IdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens')
  .max(100, 'expected at most 100 characters');

/** Path of a document. Parts such as `..` would hide that it is outside its folder. */
const SourceSchema = z
  .string()
  .max(1000, 'expected at most 1000 characters')
  .refine(
    (path) => !/^\/|\\|\p{C}|\/\/|(?:^|[/{,])\.{1,2}(?:[/},]|$)/u.test(path),
    'expected a path from the project’s root, with "/" and without ".", ".." and "//"',
  );

const names = z.array(z.string()).optional();

/** What a column of a source document holds: the code, a further identifier of it, a field, something else. */
export const columnFields = {
  code: names,
  alias: names,
  httpStatus: names,
  message: names,
  description: names,
  solution: names,
  /** Columns that map to no field, although their words suggest one. */
  other: names,
};
type ColumnLists = { [field in keyof typeof columnFields]?: string[] | undefined };

/** Refuses a heading that two fields have: only one could be right. */
export function checkHeadings(lists: ColumnLists, context: z.RefinementCtx): void {
  const fields = new Map<string, string>();
  for (const field of Object.keys(columnFields) as (keyof ColumnLists)[])
    for (const [index, name] of (lists[field] ?? []).entries()) {
      const key = headingKey(name);
      const other = fields.get(key) ?? field;
      fields.set(key, other);
      if (other !== field)
        context.addIssue({
          code: 'custom',
          path: [field, index],
          message: `the heading ${name} is in the list of ${other} too`,
        });
    }
}

export const HeadingListSchema = z.strictObject(columnFields).superRefine(checkHeadings);
export type HeadingList = z.infer<typeof HeadingListSchema>;
export type ColumnField = keyof HeadingList;

/** How the codes of a document are arranged. */
export const shapes = [
  'table',
  'table-per-code',
  'section',
  'list',
  'paragraph',
  'definition',
] as const;
export type Shape = (typeof shapes)[number];

/** One source document as published once. */
export const VariantSchema = z.strictObject({
  id: IdSchema,
  lang: LangSchema,
  publisher: LocalisedSchema,
  title: NameSchema,
  /** What distinguishes this edition from the others of its lineage, for people. */
  edition: LocalisedSchema,
  /** Date of the revision, if the document has one. */
  revision: DateSchema.optional(),
  /** Date on which an undated document was seen. */
  seen: DateSchema.optional(),
  /** The variant before this one in its lineage. */
  follows: IdSchema.optional(),
  /** The variant in the other language that this one translates: the very revision, if it is known. */
  translates: IdSchema.optional(),
  /** Set if this variant is the current one of its lineage although another follows it. */
  current: z.literal(true).optional(),
  lineage: IdSchema,
  format: FormatSchema,
  /** How the codes are arranged; detected if absent. */
  shape: z.enum(shapes).optional(),
  /** Headings of this document, before those of content/curation/headings.yaml. */
  headings: HeadingListSchema.optional(),
  /** Path from the project's root: a file, a folder, or a glob such as `…/errors/**\/*.md`. */
  source: SourceSchema,
  url: WebAddressSchema.optional(),
  repository: NameSchema.optional(),
  commit: NameSchema.optional(),
  /** Path of the file in the repository; of a document of several files, the folder that has them. */
  path: NameSchema.optional(),
  licence: NameSchema,
  licenceUrl: WebAddressSchema.optional(),
  /** Whether the licence allows offering the whole document. */
  redistribute: z.boolean(),
});
export type Variant = z.infer<typeof VariantSchema>;

export const CatalogSchema = z.strictObject({
  id: IdSchema,
  title: LocalisedSchema,
  description: LocalisedSchema,
  /** Headings of the documents of this catalog, before the common ones. */
  headings: HeadingListSchema.optional(),
  variants: z.array(VariantSchema).min(1),
});
export type Catalog = z.infer<typeof CatalogSchema>;

/** Why a code, a case or a document is no longer in use, in words for readers. */
export const RetiredSchema = z.object({ note: LocalisedSchema, by: NameSchema });
export type Retired = z.infer<typeof RetiredSchema>;

/** A document that is no longer used; links that are pinned to it still lead somewhere. */
export const RetiredVariantSchema = z.object({
  ...VariantSchema.pick({ id: true, lang: true, publisher: true, title: true, edition: true })
    .shape,
  revision: DateSchema.optional(),
  seen: DateSchema.optional(),
  retired: RetiredSchema,
});
export type RetiredVariant = z.infer<typeof RetiredVariantSchema>;

/** What became of one variant: figures, notes, findings, rows that could not be placed. */
export const VariantReportSchema = z.object({
  ...VariantSchema.shape,
  catalog: z.string(),
  /** The files of the source; `page` is the name of a file's page if there are several. */
  files: z.array(
    z.object({
      path: z.string(),
      page: z.string().optional(),
      /** When the file was last compared with the publisher's own. */
      verified: z.object({ date: z.string(), result: z.enum(verifiedResults) }).optional(),
    }),
  ),
  rows: z.int(),
  codes: z.int(),
  findings: z.array(FindingSchema),
  notes: z.array(z.object({ line: z.int(), block: BlockSchema })),
  captions: z.array(z.string()),
  /** Rows that carry no code: their cells in order. */
  unplaced: z.array(z.object({ place: PlaceSchema, cells: z.array(TextSchema) })),
});
export type VariantReport = z.infer<typeof VariantReportSchema>;
