/** Data of the site → shapes of the data API. Pure. JSON leaves out what is undefined. */

import { answerOf, type Edition } from '../model/answer.ts';
import type { Case, Code } from '../model/case.ts';
import { casesOf } from '../model/case-label.ts';
import { casesByStatus } from '../model/cases-by-status.ts';
import type { Difference } from '../model/difference.ts';
import type { Entry } from '../model/entry.ts';
import { languages } from '../model/lang.ts';
import type { Catalog, VariantReport } from '../model/registry.ts';
import { shortName } from '../model/short-links.ts';
import type { SiteFiles } from '../model/site-settings.ts';
import { fields } from '../model/terms.ts';
import type { ApiCode, ApiCodes, ApiIndex } from './schema.ts';

/**
 * A code as `/api/v1/{catalog}/{slug}.json` gives it.
 *
 * @param files Whether links by status have pages; else the short link takes the status as its anchor.
 */
export function shapeCode(
  code: Code,
  variants: readonly Edition[],
  files: Pick<SiteFiles, 'statusLinks'> = { statusLinks: true },
): ApiCode {
  const { catalog, slug, family, missingFrom, retired } = code;
  return {
    catalog,
    code: code.code,
    slug,
    family,
    urls: {
      en: `/en/${catalog}/${slug}/`,
      'zh-CN': `/zh-cn/${catalog}/${slug}/`,
      short: `/c/${code.short ?? `${slug}/`}`,
      byStatus: byStatus(code, files),
    },
    missingFrom,
    cases: casesOf(code).map((item) => shapeCase(item, code, variants)),
    differences: code.differences.map(shapeDifference),
    retired,
  };
}

/** All codes of a catalog as `/api/v1/{catalog}/codes.json` gives them. */
export function shapeCodes(
  catalog: string,
  codes: Code[],
  retired: Code[],
  variants: readonly Edition[],
  files?: Pick<SiteFiles, 'statusLinks'>,
): ApiCodes {
  return {
    catalog,
    codes: codes.map((code) => shapeCode(code, variants, files)),
    retired:
      retired.length > 0 ? retired.map((code) => shapeCode(code, variants, files)) : undefined,
  };
}

/** What there is, as `/api/v1/index.json` gives it. */
export function shapeIndex(
  site: string,
  base: string,
  catalogs: { catalog: Omit<Catalog, 'variants'> & { variants: VariantReport[] }; codes: Code[] }[],
): ApiIndex {
  return {
    schemaVersion: 1,
    site,
    base,
    catalogs: catalogs.map(({ catalog, codes }) => ({
      id: catalog.id,
      title: catalog.title,
      codes: codes.length,
      cases: codes.reduce((sum, { cases }) => sum + cases.length, 0),
      url: `/api/v1/${catalog.id}/codes.json`,
      csv: `/api/v1/${catalog.id}/codes.csv`,
      variants: catalog.variants.map(shapeVariant),
    })),
  };
}

function shapeVariant(variant: VariantReport): ApiIndex['catalogs'][number]['variants'][number] {
  const { id, lang, publisher, edition, title, lineage, format, rows, codes, licence } = variant;
  return {
    id,
    lang,
    publisher: publisher[lang],
    name: {
      en: `${publisher.en} ${edition.en}`,
      'zh-CN': `${publisher['zh-CN']} ${edition['zh-CN']}`,
    },
    title,
    revision: variant.revision,
    seen: variant.seen,
    lineage,
    follows: variant.follows,
    format,
    rows,
    codes,
    findings: variant.findings.length,
    licence,
    licenceUrl: variant.licenceUrl,
    redistribute: variant.redistribute,
    source: variant.source,
    url: variant.url,
  };
}

function shapeCase(
  item: Case & Pick<ApiCode, 'retired'>,
  { defects }: Pick<Code, 'defects'>,
  variants: readonly Edition[],
): ApiCode['cases'][number] {
  const { id, anchors, match, because, retired } = item;
  const answers = languages.flatMap((lang) =>
    fields.flatMap((field) => answerOf(item.entries, field, lang, variants, defects) ?? []),
  );
  const entries = item.entries.map((entry) => {
    const replaced = answers.find(({ lost }) => lost?.entry === entry);
    const instead = replaced && replaced.entry !== entry ? replaced.entry.variant : undefined;
    return { ...shapeEntry(entry), instead };
  });
  return { id, anchors, match, because, entries, retired };
}

function shapeEntry(entry: Entry): ApiCode['cases'][number]['entries'][number] {
  const extra = Object.entries(entry.extra).map(([heading, text]) => [heading, text.plain]);
  return {
    variant: entry.variant,
    aliases: entry.aliases,
    ...Object.fromEntries(fields.map((field) => [field, entry[field]?.plain])),
    extra: extra.length > 0 ? Object.fromEntries(extra) : undefined,
    place: { file: entry.place.file, line: entry.place.line },
  };
}

function shapeDifference(difference: Difference): ApiCode['differences'][number] {
  const { runs: _, ...shape } = difference;
  return shape;
}

/** Links by HTTP status, where the short link is the code's own. */
function byStatus(
  code: Code,
  { statusLinks }: Pick<SiteFiles, 'statusLinks'>,
): Record<string, string> | undefined {
  const { name, isOwn } = shortName(code);
  const statuses = isOwn ? [...casesByStatus(code).keys()] : [];
  if (statuses.length === 0) return undefined;
  return Object.fromEntries(
    statuses.map((status) => [status, `/c/${name}/${statusLinks ? `${status}/` : `#${status}`}`]),
  );
}
