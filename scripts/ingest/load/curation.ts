import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DefectSchema } from '../../../src/model/case.ts';
import { IdSchema, RetiredSchema } from '../../../src/model/registry.ts';
import { SynonymsSchema } from '../../../src/model/synonyms.ts';
import { NameSchema } from '../../../src/model/text.ts';
import { GlossarySchema } from '../compare/glossary.ts';
import { HeadingsSchema } from '../headings.ts';
import { orElse } from './input-error.ts';
import { readYaml } from './yaml-file.ts';

const text = z.string().min(1);

const DecisionSchema = z.strictObject({
  catalog: text,
  code: text,
  rows: z.array(z.string().regex(/^[a-z0-9-]+(\/\S+)?:\d+$/, 'expected variant:line')).min(2),
  decision: z.enum(['same', 'different']),
  because: text,
  by: text,
});

/** A code that the program cannot read from its cell, or reads wrongly. */
const NamedCodeSchema = z.strictObject({
  catalog: text,
  variant: text,
  line: z.int().positive(),
  /** The page of the file, if the document has several. */
  page: text.optional(),
  // An object literal does not store it as a key.
  code: NameSchema.refine((code) => code !== '__proto__', 'no code can have this name'),
  because: text,
  by: text,
});

const AcknowledgementSchema = z.strictObject({
  /** Catalog of the difference; without it, problems of other catalogs keep it from being checked. */
  catalog: text.optional(),
  fingerprint: z.string().regex(/^[0-9a-f]{12}$/, 'expected 12 hex digits'),
  reason: text,
  by: text,
});

const because = { because: text, by: text };
const PermalinkDecisionsSchema = z.strictObject({
  /** An anchor that leads to a different case than its wording suggests. */
  aliases: z.array(
    z.strictObject({ catalog: text, code: text, anchor: text, case: text, ...because }),
  ),
  /** A page that redirects to another code, or to the new page of the same code. */
  redirects: z.array(z.strictObject({ catalog: text, from: text, code: text, ...because })),
  /** The page name of a code, in place of the one that the rule gives. */
  pageNames: z
    .array(z.strictObject({ catalog: text, code: text, name: IdSchema, ...because }))
    .default([]),
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

/** Where editors decide about permalinks: aliases, redirects, retired codes and documents. */
export const permalinkDecisionsFile = 'content/curation/permalinks.yaml';

/** What editors decided; each item with its place for messages. */
export type Curation = ReturnType<typeof readCuration>;

/**
 * Reads `content/curation/`.
 *
 * @param problems Receives the problems of unusable files, which then count as empty. Without it,
 *   they are thrown.
 * @throws InputError as readYaml does; always for the headings and the glossary, which all
 *   catalogs need.
 */
export function readCuration(root: string, problems?: string[]) {
  const folder = 'content/curation';
  problems?.push(...checkNames(root, folder));
  const read = <Schema extends z.ZodType>(file: string, schema: Schema, empty: z.infer<Schema>) => {
    const readFile = () => readYaml(root, file, schema);
    if (problems === undefined) return readFile();
    return orElse({ value: empty, lineOf: () => 1 }, problems, readFile);
  };
  const list = <Schema extends z.ZodType>(name: string, schema: Schema) => {
    const file = `${folder}/${name}.yaml`;
    // A file of comments is an empty list, to which an editor can append.
    const { value, lineOf } = read(file, z.array(schema).nullable(), []);
    return (value ?? []).map((item, index) => ({ item, place: `${file}:${lineOf([index])}` }));
  };
  const optional = <Schema extends z.ZodType>(name: string, schema: Schema) =>
    existsSync(join(root, `${folder}/${name}.yaml`)) ? list(name, schema) : [];
  const nothing = { aliases: [], redirects: [], pageNames: [], retired: [] };
  const { value, lineOf } = read(permalinkDecisionsFile, PermalinkDecisionsSchema, nothing);
  const permalinkList = <Name extends keyof typeof value>(name: Name) =>
    value[name].map((item, index) => ({
      item: item as (typeof value)[Name][number],
      place: `${permalinkDecisionsFile}:${lineOf([name, index])}`,
    }));
  return {
    aliases: permalinkList('aliases'),
    redirects: permalinkList('redirects'),
    pageNames: permalinkList('pageNames'),
    retired: permalinkList('retired'),
    headings: readYaml(root, `${folder}/headings.yaml`, HeadingsSchema).value,
    glossary: readYaml(root, `${folder}/glossary.yaml`, GlossarySchema).value,
    decisions: list('alignment', DecisionSchema),
    namedCodes: optional('codes', NamedCodeSchema),
    acknowledged: list('acknowledged', AcknowledgementSchema),
    defects: list('defects', DefectSchema),
    /** Read again by the search, which is made later. */
    synonyms: optional('synonyms', SynonymsSchema),
  };
}

/** The files of `content/curation/`, each with the extension .yaml. */
const lists = [
  'acknowledged',
  'alignment',
  'codes',
  'defects',
  'glossary',
  'headings',
  'permalinks',
  'synonyms',
];

/** Reports files that nothing reads, such as `synonym.yaml`: decisions in them would be ignored. */
function checkNames(root: string, folder: string): string[] {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  return names
    .filter((name) => /\.(ya?ml|json)$/i.test(name) && !lists.includes(name.replace(/\.yaml$/, '')))
    .map(
      (name) =>
        `${folder}/${name}:1: nothing reads this file. Name it as one of ${lists.join(', ')}, with .yaml, or remove it.`,
    );
}

/** What editors decided about permalinks. */
export type PermalinkDecisions = Pick<Curation, 'aliases' | 'redirects' | 'pageNames' | 'retired'>;

/** The items about one catalog, with their places. */
export function locatedItemsOf<Item extends { catalog: string }>(
  located: readonly { item: Item; place: string }[],
  catalog: string,
): { item: Item; place: string }[] {
  return located.filter(({ item }) => item.catalog === catalog);
}

/** The items about one catalog. */
export function itemsOf<Item extends { catalog: string }>(
  located: readonly { item: Item; place: string }[],
  catalog: string,
): Item[] {
  return locatedItemsOf(located, catalog).map(({ item }) => item);
}
