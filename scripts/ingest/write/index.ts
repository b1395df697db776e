/** Codes → files: MDX pages in both languages and the data they use, as text. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../../src/model/case.ts';
import type { Comparison } from '../../../src/model/difference.ts';
import type { Lang } from '../../../src/model/lang.ts';
import { localeOf } from '../../../src/model/lang.ts';
import type { Catalog, RetiredVariant, VariantReport } from '../../../src/model/registry.ts';
import { newestFirst } from '../../../src/model/variant-order.ts';
import type { WorkItem } from '../../../src/model/work.ts';
import { type Progress, silent } from '../report/progress.ts';
import { renderCodePage } from './code-page.ts';
import type { Output } from './disk.ts';
import { generatedBy } from './mdx.ts';

/** Everything that is known of one catalog. */
export interface CatalogResult {
  catalog: Catalog;
  codes: Code[];
  variants: VariantReport[];
  /** Codes that no document contains now, with their last texts. */
  retired: Code[];
  retiredVariants: RetiredVariant[];
  /** Every pair of its variants. */
  comparisons: Comparison[];
  /** What editors should look at. */
  work: WorkItem[];
}

const dataFolders = [
  'src/content/codes',
  'src/content/variants',
  'src/content/comparisons',
  'src/content/worklists',
];

/**
 * Returns every generated file.
 *
 * @returns Path from the project's root → content.
 */
export function renderOutput(results: CatalogResult[], progress: Progress = silent): Output {
  const output: Output = new Map();
  for (const [at, result] of results.entries()) {
    progress(`writing the pages of ${result.catalog.id} (${at + 1} of ${results.length})`);
    const { catalog, codes, variants, retired, retiredVariants, comparisons, work } = result;
    const ordered = newestFirst(catalog.variants);
    for (const code of [...codes, ...retired]) {
      for (const lang of Object.keys(localeOf) as Lang[]) {
        const path = `src/content/docs/${localeOf[lang]}/${catalog.id}/${code.slug}.mdx`;
        const editions = [...ordered, ...retiredVariants];
        output.set(path, renderCodePage(code, editions, lang));
      }
    }
    output.set(
      `src/content/codes/${catalog.id}.json`,
      renderJson({ catalog: catalog.id, codes, retired }),
    );
    const { variants: _, ...about } = catalog;
    output.set(
      `src/content/variants/${catalog.id}.json`,
      renderJson({ ...about, variants, retired: retiredVariants }),
    );
    output.set(
      `src/content/worklists/${catalog.id}.json`,
      renderJson({ catalog: catalog.id, items: work }),
    );
    for (const comparison of comparisons) {
      const name = `${comparison.left}..${comparison.right}`;
      output.set(`src/content/comparisons/${catalog.id}/${name}.json`, renderJson(comparison));
    }
  }
  return output;
}

/** Folders that hold generated files: the data, and each folder of pages that is not the guides'. */
export function ownedFolders(root: string, results: CatalogResult[]): string[] {
  const pages = Object.values(localeOf).flatMap((locale) => {
    const folder = `src/content/docs/${locale}`;
    const catalogs = new Set(results.map(({ catalog }) => catalog.id));
    const path = join(root, folder);
    for (const entry of existsSync(path) ? readdirSync(path, { withFileTypes: true }) : []) {
      if (entry.isDirectory() && entry.name !== 'guides') catalogs.add(entry.name);
    }
    return [...catalogs].map((id) => `${folder}/${id}`);
  });
  return [...dataFolders, ...pages];
}

/** Renders data for its file: one code, variant or difference a line, so that a change shows as a small diff. */
export function renderJson(data: Record<string, unknown>): string {
  const lines = Object.entries({ generated: generatedBy, ...data }).map(([key, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const items = value.map((item) => JSON.stringify(item)).join(',\n');
    return `${JSON.stringify(key)}: [\n${items}\n]`;
  });
  return `{ ${lines.join(',\n')} }\n`;
}
