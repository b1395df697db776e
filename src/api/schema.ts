/** The data API, version 1, as zod schemas and published JSON Schemas. Fields are only ever added. */
import { z } from 'zod';
import { MatchSchema } from '../model/case.ts';
import {
  AcknowledgedSchema,
  DifferenceSchema,
  KindSchema,
  SeveritySchema,
} from '../model/difference.ts';
import { languages } from '../model/lang.ts';
import { PlaceSchema } from '../model/text.ts';

const Lang = z.enum(languages).meta({ description: 'BCP 47 tag of a language.' });
const Localised = z.object({ en: z.string(), 'zh-CN': z.string() });
const Path = z.string().regex(/^\//).meta({
  description: 'Address from the root of the site, without its base; index.json gives both.',
});
const Text = z.string().meta({
  description:
    'Text of a document, markup removed, white space folded, paragraphs joined by "\\n". Absent where the document has no such column, "" where it leaves it empty.',
});
const Retired = z
  .object({ note: Localised, by: z.string() })
  .meta({ description: 'Set when no document has it any more; texts are the last known ones.' });

export const ApiEntrySchema = z
  .object({
    variant: z.string().meta({ description: 'Id of the document; see index.json.' }),
    aliases: z
      .array(z.string())
      .optional()
      .meta({ description: 'Further identifiers of the code, such as a number beside a name.' }),
    httpStatus: Text.optional(),
    message: Text.optional(),
    description: Text.optional(),
    solution: Text.optional(),
    extra: z
      .record(z.string(), Text)
      .optional()
      .meta({ description: 'Columns that map to no field, under their own headings.' }),
    place: PlaceSchema,
    instead: z.string().optional().meta({
      description: 'The earlier document whose text replaces one that this document lost.',
    }),
  })
  .meta({ id: 'Entry', description: 'What one document says in one row.' });

export const ApiCaseSchema = z
  .object({
    id: z.string().meta({ description: 'Its anchor on the page of the code; it never changes.' }),
    anchors: z.array(z.string()).min(1).meta({ description: 'Every anchor that leads here.' }),
    match: MatchSchema,
    because: z.array(z.string()),
    entries: z.array(ApiEntrySchema),
    retired: Retired.optional(),
  })
  .meta({ id: 'Case', description: 'One meaning of a code, matched across documents.' });

export const ApiDifferenceSchema = z
  .object({
    case: z.string(),
    field: DifferenceSchema.shape.field,
    left: z
      .string()
      .meta({ description: 'The older document or, between languages, the English one.' }),
    right: z.string(),
    kind: KindSchema,
    severity: SeveritySchema,
    fingerprint: z.string().regex(/^[0-9a-f]{12}$/),
    before: z.string().optional(),
    after: z.string().optional(),
    onlyLeft: z.array(z.string()).optional(),
    onlyRight: z.array(z.string()).optional(),
    acknowledged: AcknowledgedSchema.optional(),
  })
  .meta({
    id: 'Difference',
    description: 'One field of one case on which two documents disagree.',
  });

export const ApiCodeSchema = z
  .object({
    catalog: z.string(),
    code: z.string(),
    slug: z.string(),
    family: z.string(),
    urls: z.object({
      en: Path,
      'zh-CN': Path,
      short: Path,
      byStatus: z
        .record(z.string(), Path)
        .optional()
        .meta({ description: 'HTTP status → link that leads to the case with that status.' }),
    }),
    missingFrom: z.array(z.string()).meta({ description: 'Documents that do not have the code.' }),
    cases: z.array(ApiCaseSchema).min(1),
    differences: z.array(ApiDifferenceSchema),
    retired: Retired.optional(),
  })
  .meta({ id: 'Code', description: 'An error code with all its meanings.' });

export const ApiCodesSchema = z
  .object({
    catalog: z.string(),
    codes: z.array(ApiCodeSchema),
    retired: z
      .array(ApiCodeSchema)
      .optional()
      .meta({ description: 'Codes that no document has any more; their pages stay.' }),
  })
  .meta({ description: 'Every code of a catalog.' });

const ApiVariantSchema = z
  .object({
    id: z.string(),
    lang: Lang,
    publisher: z
      .string()
      .meta({ description: 'Name of the publisher in the document’s language.' }),
    name: Localised.meta({ description: 'Publisher and edition.' }),
    title: z.string(),
    revision: z.string().optional(),
    seen: z.string().optional(),
    lineage: z.string(),
    follows: z.string().optional(),
    format: z.string(),
    rows: z.int().nonnegative(),
    codes: z.int().nonnegative(),
    findings: z.int().nonnegative(),
    licence: z.string(),
    licenceUrl: z.string().optional(),
    redistribute: z.boolean(),
    source: z.string().meta({ description: 'File in the site’s repository.' }),
    url: z.string().optional(),
  })
  .meta({ id: 'Variant', description: 'One source document as published once.' });

export const ApiIndexSchema = z
  .object({
    schemaVersion: z.literal(1),
    site: z.string(),
    base: z.string(),
    catalogs: z.array(
      z.object({
        id: z.string(),
        title: Localised,
        codes: z.int().nonnegative(),
        cases: z.int().nonnegative(),
        url: Path,
        csv: Path,
        variants: z.array(ApiVariantSchema),
      }),
    ),
  })
  .meta({ description: 'What there is: catalogs and the documents they are made from.' });

const ApiAnswerSchema = z
  .object({
    variant: z.string().meta({ description: 'The document that the texts come from.' }),
    instead: z.record(z.string(), z.string()).optional().meta({
      description: 'Fields whose text comes from another document, because that one lost it.',
    }),
    message: Text.optional().meta({
      description: 'Only if the message of the case is in the other language.',
    }),
    meaning: Text.optional(),
    solution: Text.optional(),
  })
  .meta({ id: 'Answer', description: 'The newest texts of a case in one language.' });

export const ApiLookupSchema = z
  .object({
    key: z.string().meta({ description: 'The code in lower case, letters and digits only.' }),
    codes: z.array(
      z.object({
        catalog: z.string(),
        code: z.string(),
        url: Path.meta({
          description: 'The short link to its page; "#" and the id of a case lead to the case.',
        }),
        data: Path.meta({ description: 'Everything about the code, or about its catalog.' }),
        cases: z.array(
          z.object({
            id: z.string(),
            httpStatus: z.array(z.string()).optional(),
            message: Text.optional(),
            en: ApiAnswerSchema.optional(),
            'zh-CN': ApiAnswerSchema.optional(),
            retired: z.literal(true).optional(),
          }),
        ),
        retired: z.literal(true).optional(),
      }),
    ),
  })
  .meta({ description: 'The meanings of one code in short, in every catalog that has it.' });

export type ApiCode = z.infer<typeof ApiCodeSchema>;
export type ApiCodes = z.infer<typeof ApiCodesSchema>;
export type ApiIndex = z.infer<typeof ApiIndexSchema>;
export type ApiLookup = z.infer<typeof ApiLookupSchema>;

/** The published schemas by name. */
export const apiSchemas = {
  index: ApiIndexSchema,
  codes: ApiCodesSchema,
  code: ApiCodeSchema,
  lookup: ApiLookupSchema,
} as const;

/**
 * A JSON Schema (draft 2020-12). Objects may have more fields than it names, since fields are added.
 */
export function renderJsonSchema(name: keyof typeof apiSchemas, address: string): object {
  // The input side leaves objects open.
  const { $schema, ...schema } = z.toJSONSchema(apiSchemas[name], { io: 'input' });
  return { $schema, $id: address, ...schema };
}
