import { own } from '../../../src/model/own.ts';
import type { Permalinks } from '../../../src/model/permalinks.ts';
import type { Catalog } from '../../../src/model/registry.ts';
import { anchorOf } from '../align/anchor.ts';
import type { AlignedCode } from '../align/index.ts';
import { type Curation, locatedItemsOf, type PermalinkDecisions } from '../load/curation.ts';
import { ownerOfSlug } from './recorded.ts';
import type { NamedCode } from './slugs.ts';

/** Reports decisions about something that was never issued, and decisions that no longer apply. */
export function checkStale(
  catalog: Catalog,
  codes: NamedCode[],
  permalinks: Permalinks,
  curation: PermalinkDecisions,
): string[] {
  const record = own(permalinks.catalogs, catalog.id) ?? { variants: [], codes: {} };
  const byCode = new Map(codes.map((code) => [code.code, code]));
  const problems: string[] = [];
  for (const { item, place } of locatedItemsOf(curation.aliases, catalog.id)) {
    const problem = staleAlias(item, byCode.get(item.code), record.codes, curation);
    if (problem) problems.push(`${place}: ${problem}`);
  }
  for (const { item, place } of locatedItemsOf(curation.redirects, catalog.id)) {
    const owner = ownerOfSlug(record.codes, item.from);
    if (owner === undefined) {
      problems.push(
        `${place}: no page ${catalog.id}/${item.from}/ was ever issued. Correct the name, or remove the redirect.`,
      );
    } else if (!byCode.has(item.code)) {
      problems.push(
        `${place}: no document contains the code ${item.code}. Redirect to an existing code, or retire ${owner} instead.`,
      );
    } else if (owner !== item.code && byCode.has(owner)) {
      problems.push(
        `${place}: ${owner} is in the documents and needs its page ${item.from}/. Remove the redirect.`,
      );
    } else if (byCode.get(item.code)?.slug === item.from && owner === item.code) {
      problems.push(
        `${place}: ${item.from} is already the name of that page. Remove the redirect.`,
      );
    }
  }
  for (const { item, place } of locatedItemsOf(curation.retired, catalog.id)) {
    const problem = staleRetired(item, catalog, byCode, record);
    if (problem) problems.push(`${place}: ${problem}`);
  }
  return problems;
}

function staleAlias(
  { code, anchor, case: target }: Curation['aliases'][number]['item'],
  aligned: AlignedCode | undefined,
  records: Permalinks['catalogs'][string]['codes'],
  { redirects }: PermalinkDecisions,
): string | undefined {
  if (aligned === undefined) return `no document contains the code ${code}. Remove the alias.`;
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
    return `${code} has no case ${target}. Use one of: ${aligned.cases.map(({ id }) => id).join(', ')}.`;
  }
  const row = aligned.cases
    .flatMap(({ entries }) => entries)
    .find((entry) => anchorOf(entry) === anchor);
  return row
    ? `${row.place.file}:${row.place.line} has the wording of #${anchor}. Remove the alias.`
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
      return `${item.variant} is still in content/catalogs.yaml. Remove it from one of the two files.`;
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
      ? `${code} is in a document (${place.file}:${place.line}). Remove the item.`
      : undefined;
  }
  if (aligned?.back.includes(item.case))
    return `a document contains #${item.case} of ${code}. Remove the item.`;
  return undefined;
}
