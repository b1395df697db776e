/** Decisions of editors that name a catalog, row or field that does not exist. */
import type { Catalog } from '../../src/model/registry.ts';
import { type Curation, locatedItemsOf } from './load/curation.ts';
import type { ReadVariant } from './read-variant.ts';
import type { CatalogResult } from './write/index.ts';

/** Reports curation about a catalog that is not in the registry. */
export function checkCatalogs(registry: Catalog[], curation: Curation): string[] {
  const ids = registry.map(({ id }) => id);
  const { decisions, defects, pageNames, namedCodes } = curation;
  return [...decisions, ...defects, ...pageNames, ...namedCodes]
    .filter(({ item }) => !ids.includes(item.catalog))
    .map(
      ({ item, place }) =>
        `${place}: there is no catalog ${item.catalog}. Name one of: ${ids.join(', ')}.`,
    );
}

/** Reports codes that editors gave to rows that do not exist, or that have the same code without it. */
export function checkNamedCodes(
  catalog: string,
  documents: ReadVariant[],
  curation: Curation,
): string[] {
  const items = locatedItemsOf(curation.namedCodes, catalog);
  const keys = items.map(({ item: { variant, page, line } }) =>
    JSON.stringify([variant, page, line]),
  );
  return items.flatMap(({ item, place }, index) => {
    const { variant, line, page, code } = item;
    const key = keys[index] ?? '';
    if (keys.indexOf(key) < index)
      return [`${place}: line ${line} of ${variant} is listed twice. Remove one of the items.`];
    if (keys.lastIndexOf(key) > index) return [];
    const document = documents.find((other) => other.variant.id === variant);
    const isAt = (other: { line: number; page?: string | undefined }) =>
      other.line === line && other.page === page;
    const row = document?.entries.find((entry) => isAt(entry.place) && entry.code === code);
    if (row === undefined) {
      return [
        `${place}: ${variant} has no row of a table of codes at line ${line}. Correct the line, or remove the item.`,
      ];
    }
    return document?.needlessNames.some(isAt)
      ? [`${place}: the cell at line ${line} of ${variant} already gives ${code}. Remove the item.`]
      : [];
  });
}

/**
 * Reports defects that are listed twice or name no field of an existing row.
 *
 * @param whole The catalogs that could be read; defects of the others are not checked.
 */
export function checkDefects(whole: CatalogResult[], curation: Curation): string[] {
  const named = new Set<string>();
  return curation.defects.flatMap(({ item, place }) => {
    const { catalog, variant, code, line, page, field } = item;
    const result = whole.find((other) => other.catalog.id === catalog);
    if (result === undefined) return [];
    const key = JSON.stringify([catalog, variant, code, page, line, field]);
    if (named.has(key)) return [`${place}: this defect is listed twice. Remove one.`];
    named.add(key);
    const row = result.codes
      .find((other) => other.code === code)
      ?.cases.flatMap(({ entries }) => entries)
      .find(
        ({ variant: own, place }) => own === variant && place.line === line && place.page === page,
      );
    if (row === undefined) {
      return [
        `${place}: ${variant} has no row ${code} at line ${line}. Correct the line, or remove the item if the document was fixed.`,
      ];
    }
    return row[field] === undefined
      ? [`${place}: ${variant} has no column for ${field}. Name the field that the defect is in.`]
      : [];
  });
}
