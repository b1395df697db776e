/**
 * Reads the data that ingest wrote below `src/content/`, checked against the schemas it was made
 * with. Astro's collections were rejected: it would keep all data in memory several times over.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Code, CodeSchema } from '../model/case.ts';
import { type Comparison, ComparisonSchema } from '../model/difference.ts';
import { CatalogSchema, RetiredVariantSchema, VariantReportSchema } from '../model/registry.ts';
import { WorkItemSchema } from '../model/work.ts';

const CodesFileSchema = z.object({
  catalog: z.string(),
  codes: z.array(CodeSchema),
  /** Codes that no document contains any more. */
  retired: z.array(CodeSchema).default([]),
});

/** A catalog with what became of its documents. */
export const CatalogDataSchema = z.object({
  ...CatalogSchema.shape,
  variants: z.array(VariantReportSchema),
  retired: z.array(RetiredVariantSchema).default([]),
});
export type CatalogData = z.infer<typeof CatalogDataSchema>;

export const WorklistSchema = z.object({ catalog: z.string(), items: z.array(WorkItemSchema) });
export type Worklist = z.infer<typeof WorklistSchema>;

/** Reads every catalog, in the order of their ids. @param source The folder `src/`. */
export function readCatalogs(source: URL): CatalogData[] {
  return [...readFiles(source, 'variants', CatalogDataSchema)];
}

/**
 * Reads the codes of all catalogs, catalog by catalog in the order of their ids, so that no more
 * than one catalog has to be in memory.
 *
 * @returns For each catalog its codes in use, in natural order, and its retired codes.
 */
export function readCodes(source: URL): Iterable<z.infer<typeof CodesFileSchema>> {
  return readFiles(source, 'codes', CodesFileSchema);
}

/** Reads every code, retired ones included, in the order of {@link readCodes}. */
export function readAllCodes(source: URL): Code[] {
  return [...readCodes(source)].flatMap(({ codes, retired }) => [...codes, ...retired]);
}

/** Reads the comparison of every pair of variants. */
export function readComparisons(source: URL): Comparison[] {
  return [...readFiles(source, 'comparisons', ComparisonSchema)];
}

/** Reads the worklist of every catalog. */
export function readWorklists(source: URL): Worklist[] {
  return [...readFiles(source, 'worklists', WorklistSchema)];
}

/** @throws With the file's path if it does not have the shape that ingest writes. */
function* readFiles<T>(source: URL, name: string, schema: z.ZodType<T>): Generator<T> {
  const folder = new URL(`content/${name}/`, source);
  // A catalog with one document has no comparisons, so the folder may be missing.
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.json')) continue;
    const text = readFileSync(new URL(encodeURI(file), folder), 'utf8');
    const fail = (problem: string): never => {
      throw new Error(`src/content/${name}/${file}:1: ${problem}`);
    };
    // The first key of every file that ingest writes; it leaves the files of others alone.
    if (!text.startsWith('{ "generated":'))
      fail('ingest did not write this file. Move it, or delete it.');
    const parsed = schema.safeParse(parse(text));
    if (!parsed.success) fail(`${z.prettifyError(parsed.error)}\nRun \`npm run ingest\` again.`);
    else yield parsed.data;
  }
}

/** Returns the value of a text of JSON; nothing if it is damaged. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
