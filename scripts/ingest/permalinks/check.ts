import type { Catalog } from '../../../src/model/model.ts';
import { own } from '../../../src/model/own.ts';
import { anchorOf, slugOf } from '../align/anchor.ts';
import type { AlignedCode } from '../align/index.ts';
import type { Curation } from '../load/curation.ts';
import { type Permalinks, permalinksFile } from '../load/permalinks.ts';
import { ownerOfSlug } from './recorded.ts';

type Kept = Pick<Curation, 'aliases' | 'redirects' | 'retired'>;
const keptFile = 'content/curation/permalinks.yaml';

/**
 * Say what of a catalog would vanish that was once issued, and how to keep it.
 *
 * @returns Problems as `file:line: what is wrong. What to do.`
 */
export function checkLost(
  catalog: Catalog,
  codes: AlignedCode[],
  permalinks: Permalinks,
  curation: Kept,
): string[] {
  const record = own(permalinks.catalogs, catalog.id);
  if (record === undefined) return [];
  const problems: string[] = [];
  const report = (what: string) => problems.push(`${permalinksFile}:1: ${what}`);
  const present = new Set(codes.map(({ code }) => code));
  const retired = curation.retired
    .map(({ item }) => item)
    .filter((item) => item.catalog === catalog.id);
  const redirects = curation.redirects
    .map(({ item }) => item)
    .filter((item) => item.catalog === catalog.id);
  for (const { code, lost, cases } of codes) {
    for (const [id, anchors] of Map.groupBy(lost, (item) => item.id)) {
      const names = anchors.map(({ anchor }) => `#${anchor}`).join(', ');
      report(
        `${names} of ${catalog.id} ${code} ${anchors.length === 1 ? 'was' : 'were'} issued, and no row has that wording any more. Keep the document that has it as an older variant; or, in ${keptFile}, give \`${id}\` an alias to the case it has become (${cases.map((item) => item.id).join(', ')}), or retire that case.`,
      );
    }
  }
  for (const [code, { slug, former = [] }] of Object.entries(record.codes)) {
    const redirected = (from: string) => redirects.some((item) => item.from === from);
    const kept = present.has(code) || retired.some((item) => item.code === code && !item.case);
    if (!kept && !redirected(slug)) {
      report(
        `${catalog.id} ${code} was issued, and no document has it any more. Keep the document that has it as an older variant; or, in ${keptFile}, retire the code, or redirect \`${slug}\` to the code it is called now.`,
      );
    }
    for (const before of former.filter((name) => !redirected(name))) {
      report(
        `the page ${catalog.id}/${before}/ was issued for ${code}, and nothing leads there any more. Redirect \`${before}\` in ${keptFile}.`,
      );
    }
  }
  for (const id of record.variants) {
    if (catalog.variants.some((variant) => variant.id === id)) continue;
    if (retired.some(({ variant }) => variant === id)) continue;
    report(
      `the document ${catalog.id} ${id} was issued, and links are pinned to it. Keep it in content/catalogs.yaml, or retire it in ${keptFile}.`,
    );
  }
  return problems;
}

/** Catalogs that were issued and are no longer in the registry. */
export function checkLostCatalogs(catalogs: Catalog[], permalinks: Permalinks): string[] {
  return Object.keys(permalinks.catalogs)
    .filter((id) => !catalogs.some((catalog) => catalog.id === id))
    .map(
      (id) =>
        `${permalinksFile}:1: the catalog ${id} was issued. Keep it in content/catalogs.yaml with its last documents.`,
    );
}

/** Items of the curation file that name nothing issued, or whose reason is gone. */
export function checkStale(
  catalog: Catalog,
  codes: AlignedCode[],
  permalinks: Permalinks,
  curation: Kept,
): string[] {
  const record = own(permalinks.catalogs, catalog.id) ?? { variants: [], codes: {} };
  const byCode = new Map(codes.map((code) => [code.code, code]));
  const ofCatalog = <T extends { catalog: string }>(items: { item: T; place: string }[]) =>
    items.filter(({ item }) => item.catalog === catalog.id);
  const problems: string[] = [];
  for (const { item, place } of ofCatalog(curation.aliases)) {
    const problem = staleAlias(item, byCode.get(item.code), record.codes, curation);
    if (problem) problems.push(`${place}: ${problem}`);
  }
  for (const { item, place } of ofCatalog(curation.redirects)) {
    const owner = ownerOfSlug(record.codes, item.from);
    if (owner === undefined) {
      problems.push(
        `${place}: no page ${catalog.id}/${item.from}/ was ever issued. Correct the name, or remove the redirect.`,
      );
    } else if (!byCode.has(item.code)) {
      problems.push(
        `${place}: no document has the code ${item.code}. Redirect to one that is there, or retire ${owner} instead.`,
      );
    } else if (owner !== item.code && byCode.has(owner)) {
      problems.push(
        `${place}: ${owner} is in the documents (again) and needs its page ${item.from}/. Remove the redirect.`,
      );
    } else if (owner === item.code && slugOf(item.code) === item.from) {
      problems.push(`${place}: ${item.from} is the name of that very page. Remove the redirect.`);
    }
  }
  for (const { item, place } of ofCatalog(curation.retired)) {
    const problem = staleRetired(item, catalog, byCode, record);
    if (problem) problems.push(`${place}: ${problem}`);
  }
  return problems;
}

function staleAlias(
  { code, anchor, case: target }: Curation['aliases'][number]['item'],
  aligned: AlignedCode | undefined,
  records: Permalinks['catalogs'][string]['codes'],
  { redirects }: Kept,
): string | undefined {
  if (aligned === undefined) return `no document has the code ${code}. Remove the alias.`;
  const names = [
    code,
    ...redirects
      .filter(({ item }) => item.code === code)
      .map(({ item }) => ownerOfSlug(records, item.from)),
  ];
  const issued = names.some((name) => {
    const cases = name === undefined ? undefined : own(records, name)?.cases;
    return (
      cases &&
      (Object.hasOwn(cases, anchor) || Object.values(cases).some((list) => list.includes(anchor)))
    );
  });
  if (!issued)
    return `#${anchor} was never issued for ${code}. Correct the anchor, or remove the alias.`;
  if (!aligned.cases.some(({ id, anchors }) => id === target || anchors.includes(target))) {
    return `${code} has no case ${target}. Name one of: ${aligned.cases.map(({ id }) => id).join(', ')}.`;
  }
  const row = aligned.cases
    .flatMap(({ entries }) => entries)
    .find((entry) => anchorOf(entry) === anchor);
  return row
    ? `${row.place.file}:${row.place.line} has the wording of #${anchor} again. Remove the alias.`
    : undefined;
}

function staleRetired(
  item: Curation['retired'][number]['item'],
  catalog: Catalog,
  codes: ReadonlyMap<string, AlignedCode>,
  record: Permalinks['catalogs'][string],
): string | undefined {
  if (item.variant !== undefined) {
    if (catalog.variants.some(({ id }) => id === item.variant)) {
      return `${item.variant} is in content/catalogs.yaml. Remove it there or here.`;
    }
    return record.variants.includes(item.variant)
      ? undefined
      : `no document ${item.variant} was ever issued. Correct the id, or remove the item.`;
  }
  const code = item.code as string;
  const issued = own(record.codes, code);
  const aligned = codes.get(code);
  if (
    issued === undefined ||
    (item.case !== undefined && !Object.hasOwn(issued.cases, item.case))
  ) {
    return `${[code, item.case].filter(Boolean).join(' #')} was never issued. Correct it, or remove the item.`;
  }
  if (item.case === undefined) {
    const place = aligned?.cases[0]?.entries[0]?.place;
    return place
      ? `${code} is in a document again (${place.file}:${place.line}). Remove the item.`
      : undefined;
  }
  if (aligned?.back.includes(item.case))
    return `a document has #${item.case} of ${code} again. Remove the item.`;
  return undefined;
}
