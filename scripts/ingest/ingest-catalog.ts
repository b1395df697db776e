/** The stages for one catalog, from its documents to its codes, comparisons and worklist. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../src/model/case.ts';
import type { Permalinks } from '../../src/model/permalinks.ts';
import type { Catalog, VariantReport } from '../../src/model/registry.ts';
import { applyDecisions } from './align/decisions.ts';
import { alignCatalog } from './align/index.ts';
import { checkNamedCodes } from './check-curation.ts';
import { createDictionary } from './compare/counterparts.ts';
import { changesSince, compareCatalog } from './compare/index.ts';
import { learnLexicon } from './lexicon/learn-lexicon.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { listTextPairs } from './lexicon/text-pairs.ts';
import { type Curation, itemsOf } from './load/curation.ts';
import type { LastTexts } from './load/last-texts.ts';
import { unifyCodes } from './normalise/unify-codes.ts';
import { unifyColumns } from './normalise/unify-columns.ts';
import { checkStale } from './permalinks/check.ts';
import { checkLost } from './permalinks/check-lost.ts';
import { checkTexts } from './permalinks/check-record.ts';
import { recordedCodes } from './permalinks/recorded.ts';
import {
  formerEntries,
  retiredCases,
  retiredCodes,
  retiredVariants,
} from './permalinks/retired.ts';
import { assignSlugs } from './permalinks/slugs.ts';
import { type ReadVariant, readVariant } from './read-variant.ts';
import { suggestCuration } from './suggest-curation.ts';
import { listWork } from './worklist/index.ts';
import type { CatalogResult } from './write/index.ts';

/**
 * Returns what the documents of a catalog say, and the problems of the editors' decisions about it.
 *
 * @param root The project's root.
 * @param last The last known texts of the catalog; their fields are changed as those of the documents.
 */
export function ingestCatalog(
  root: string,
  catalog: Catalog,
  curation: Curation & { lexicon: Lexicon },
  permalinks: Permalinks,
  last: LastTexts,
): { result: CatalogResult; problems: string[] } {
  const { id } = catalog;
  const documents = catalog.variants.map((variant) =>
    readVariant(root, catalog, variant, curation),
  );
  const issued = permalinks.catalogs[id]?.codes ?? {};
  unifyCodes(documents, (code) => Object.hasOwn(issued, code));
  const rows = Object.values(last.codes).flatMap((cases) => Object.values(cases).flat());
  const past = [...Map.groupBy(rows, ({ variant }) => variant)].map(([name, entries]) => ({
    variant: { lang: last.variants[name]?.lang ?? 'en' },
    entries,
  }));
  unifyColumns(documents, past);
  const recorded = recordedCodes(id, permalinks, last, curation);
  const lexicon = learnLexicon(listTextPairs(documents), curation.lexicon);
  const decided = applyDecisions(id, documents, recorded, curation, lexicon);
  const named = assignSlugs(
    id,
    alignCatalog(documents, recorded, decided.decisions, lexicon),
    permalinks,
    curation,
  );
  const compared = compareCatalog(
    catalog,
    named.codes.map(({ code, cases }) => ({ catalog: id, code, cases })),
    curation.glossary,
    lexicon,
    curation.lexicon,
  );
  const retired = itemsOf(curation.retired, id);
  const gone = retiredVariants(last, retired);
  const codes = named.codes.map((code): Code => {
    const withdrawn = retiredCases(code, last, retired);
    return {
      catalog: id,
      code: code.code,
      slug: code.slug,
      family: code.family,
      cases: code.cases.map((item) => {
        const former = formerEntries(item, last, code.code, retired);
        const whole = former.length > 0 ? { ...item, former } : item;
        const since = changesSince(whole, catalog.variants, gone);
        return since.length > 0 ? { ...whole, since } : whole;
      }),
      missingFrom: code.missingFrom,
      differences: compared.differencesOf(code.code),
      defects: itemsOf(curation.defects, id).filter((defect) => defect.code === code.code),
      ...(code.former.length > 0 ? { former: code.former } : {}),
      ...(withdrawn.length > 0 ? { retiredCases: withdrawn } : {}),
    };
  });
  const result = {
    catalog,
    codes,
    variants: documents.map((document) => reportOf(id, document, itemsOf(curation.defects, id))),
    retired: retiredCodes(id, named.codes, permalinks, last, retired),
    retiredVariants: gone,
    comparisons: compared.comparisons,
  };
  const work = listWork(
    { ...result, dictionary: createDictionary(curation.lexicon, curation.glossary) },
    (file) => readFileSync(join(root, file), 'utf8'),
  );
  return {
    result: { ...result, work },
    problems: [
      ...checkNamedCodes(id, documents, curation),
      ...decided.problems,
      ...named.problems,
      ...checkTexts(id, permalinks, last),
      ...checkLost(catalog, named.codes, permalinks, curation, last),
      ...checkStale(catalog, named.codes, permalinks, curation),
    ],
  };
}

function reportOf(catalog: string, document: ReadVariant, defects: Code['defects']): VariantReport {
  const { variant, files, rows, entries, notes, captions, unplaced } = document;
  const findings = document.findings.map((item) =>
    suggestCuration(item, catalog, variant.id, defects),
  );
  const codes = new Set(entries.map(({ code }) => code)).size;
  return { ...variant, catalog, files, rows, codes, findings, notes, captions, unplaced };
}
