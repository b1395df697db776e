import { z } from 'zod';
import { GlossarySchema } from '../compare/glossary.ts';
import { DefectSchema } from '../model.ts';
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
  return {
    headings: readYaml(root, `${folder}/headings.yaml`, HeadingsSchema).value,
    glossary: readYaml(root, `${folder}/glossary.yaml`, GlossarySchema).value,
    decisions: list('alignment', DecisionSchema),
    acknowledged: list('acknowledged', AcknowledgementSchema),
    defects: list('defects', DefectSchema),
  };
}
