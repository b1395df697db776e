import { z } from 'zod';
import { DefectSchema, RetiredSchema } from '../../../src/model/model.ts';
import { GlossarySchema } from '../compare/glossary.ts';
import { HeadingsSchema } from '../normalise/columns.ts';
import { readYaml } from './yaml-file.ts';

const text = z.string().min(1);

const DecisionSchema = z.strictObject({
  catalog: text,
  code: text,
  rows: z.array(z.string().regex(/^[a-z0-9-]+:\d+$/, 'expected variant:line')).min(2),
  decision: z.enum(['same', 'different']),
  because: text,
  by: text,
});

const AcknowledgementSchema = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{12}$/, 'expected 12 hex digits'),
  reason: text,
  by: text,
});

const because = { because: text, by: text };
const KeptSchema = z.strictObject({
  /** An anchor that leads to another case than its wording says. */
  aliases: z.array(
    z.strictObject({ catalog: text, code: text, anchor: text, case: text, ...because }),
  ),
  /** A page that leads to another code's, or to the same code's new page. */
  redirects: z.array(z.strictObject({ catalog: text, from: text, code: text, ...because })),
  /** A code, one case of it, or a document that is no longer in use. */
  retired: z.array(
    z
      .strictObject({
        catalog: text,
        code: text.optional(),
        case: text.optional(),
        variant: text.optional(),
        ...RetiredSchema.shape,
      })
      .refine(
        (item) => (item.code === undefined) !== (item.variant === undefined),
        'expected `code` (and `case`, if it is one case), or else `variant`',
      ),
  ),
});

/** What people decided, with the line of each item for messages. */
export type Curation = ReturnType<typeof readCuration>;

/**
 * Read `content/curation/`.
 *
 * @throws InputError as readYaml does.
 */
export function readCuration(root: string) {
  const folder = 'content/curation';
  const list = <Schema extends z.ZodType>(name: string, schema: Schema) => {
    const file = `${folder}/${name}.yaml`;
    const { value, lineOf } = readYaml(root, file, z.array(schema));
    return value.map((item, index) => ({ item, place: `${file}:${lineOf([index])}` }));
  };
  const keptFile = `${folder}/permalinks.yaml`;
  const kept = readYaml(root, keptFile, KeptSchema);
  const keptList = <Name extends keyof typeof kept.value>(name: Name) =>
    kept.value[name].map((item, index) => ({
      item: item as (typeof kept.value)[Name][number],
      place: `${keptFile}:${kept.lineOf([name, index])}`,
    }));
  return {
    aliases: keptList('aliases'),
    redirects: keptList('redirects'),
    retired: keptList('retired'),
    headings: readYaml(root, `${folder}/headings.yaml`, HeadingsSchema).value,
    glossary: readYaml(root, `${folder}/glossary.yaml`, GlossarySchema).value,
    decisions: list('alignment', DecisionSchema),
    acknowledged: list('acknowledged', AcknowledgementSchema),
    defects: list('defects', DefectSchema),
  };
}
