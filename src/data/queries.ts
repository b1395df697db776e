/** Queries of the pages: catalogs, codes, names. */
import { pathToFileURL } from 'node:url';
import type { Code } from '../model/case.ts';
import type { Difference } from '../model/difference.ts';
import { editionName } from '../model/edition-name.ts';
import { type Lang, languages } from '../model/lang.ts';
import type { VariantReport } from '../model/registry.ts';
import { shortLinks } from '../model/short-links.ts';
import { type Rating, ratingOf, ratings } from '../model/terms.ts';
import type { WorkItem } from '../model/work.ts';
import { memoize } from './memoize.ts';
import { type CatalogData, readAllCodes, readCatalogs, readWorklists } from './read-content.ts';

export type { CatalogData };

/** The folder `src/`. From the project's root, as all commands run there. */
export const source = pathToFileURL('src/');

/** All catalogs, in the order of their ids. */
export const allCatalogs = memoize(() =>
  readCatalogs(source).sort((a, b) => (a.id < b.id ? -1 : 1)),
);

/** Everyone whose documents are quoted, by their names in a language. */
export const publishersIn = memoize((lang: Lang) =>
  publishersOf(
    allCatalogs().flatMap(({ variants }) => variants),
    lang,
  ),
);

/** Returns the publishers of some documents by their names in a language, each once. */
export function publishersOf(
  variants: readonly Pick<VariantReport, 'publisher'>[],
  lang: Lang,
): string[] {
  return [...new Set(variants.map(({ publisher }) => publisher[lang]))];
}

export function catalogOf(id: string): CatalogData {
  const found = allCatalogs().find((catalog) => catalog.id === id);
  if (!found)
    throw new Error(`There is no catalog ${id} in src/content/variants. Run \`npm run ingest\`.`);
  return found;
}

const codesByCatalog = memoize(() => Map.groupBy(readAllCodes(source), ({ catalog }) => catalog));

/** Every code of a catalog: those in use in natural order, then the retired ones. */
export function allCodesOf(catalog: string): Code[] {
  return codesByCatalog().get(catalog) ?? [];
}

/** The codes of a catalog that are in use, in natural order. */
export const codesOf = memoize((catalog: string) =>
  allCodesOf(catalog).filter(({ retired }) => retired === undefined),
);

/** The codes of a catalog that no document contains any more. */
export const retiredCodesOf = memoize((catalog: string) =>
  allCodesOf(catalog).filter(({ retired }) => retired !== undefined),
);

/** Every code that has a page, catalog by catalog. */
export const allCodes = memoize(() => allCatalogs().flatMap(({ id }) => allCodesOf(id)));

const codesByLowerCase = memoize(() => Map.groupBy(allCodes(), ({ code }) => code.toLowerCase()));

/** The same code in other catalogs, in upper or lower case. */
export function sameCodeElsewhere({ catalog, code }: Code): Code[] {
  const same = codesByLowerCase().get(code.toLowerCase()) ?? [];
  return same.filter((other) => other.catalog !== catalog);
}

/** The pages below `/c/`, as {@link shortLinks} returns them. */
export const shortPages = memoize(() => shortLinks(allCodes()));

const codesByName = memoize(
  (catalog: string) => new Map(allCodesOf(catalog).map((it) => [it.code, it])),
);

/** A code by its name, in use or retired. */
export function codeOf(catalog: string, code: string): Code {
  const found = codesByName(catalog).get(code);
  if (!found)
    throw new Error(`There is no code ${code} in src/content/codes. Run \`npm run ingest\`.`);
  return found;
}

/** The families of a catalog in the order of their codes, each with its codes; last, those in none (''). */
export const familiesOf = memoize((catalog: string): [string, Code[]][] => {
  const families = [...Map.groupBy(codesOf(catalog), ({ family }) => family)];
  return families.sort(([a], [b]) => Number(a === '') - Number(b === ''));
});

const worklists = memoize(
  () => new Map(readWorklists(source).map(({ catalog, items }) => [catalog, items])),
);

/** The items of a catalog's worklist, by kind, then code. */
export function workOf(catalog: string): WorkItem[] {
  return worklists().get(catalog) ?? [];
}

/** The items that nobody has acknowledged. */
export function openWork(items: WorkItem[]): WorkItem[] {
  return items.filter(({ acknowledged }) => !acknowledged);
}

/** Languages that some document of the catalog is written in, English first. */
export function languagesOf(catalog: CatalogData): Lang[] {
  return languages.filter((lang) => catalog.variants.some((variant) => variant.lang === lang));
}

/** Returns the language of all documents of a catalog, if it is another one than the reader's. */
export function foreignLanguageOf(catalog: CatalogData, lang: Lang): Lang | undefined {
  const own = languagesOf(catalog);
  return own.includes(lang) ? undefined : own[0];
}

/** Publisher and edition in the interface's language: “Open Telekom Cloud 2024-12”. */
export function variantName(
  variant: Pick<VariantReport, 'publisher' | 'edition'>,
  lang: Lang,
): string {
  return editionName(variant.publisher[lang], variant.edition[lang]);
}

/** Returns the name of a document by its id; the id if the catalog does not contain it. */
export function variantNameOf(catalog: CatalogData, id: string, lang: Lang): string {
  const variant = catalog.variants.find((other) => other.id === id);
  return variant ? variantName(variant, lang) : id;
}

/** Returns the worst rating of some differences, those acknowledged aside. */
export function worstOf(differences: Difference[]): Rating | undefined {
  return ratings.find((rating) =>
    differences.some((difference) => ratingOf(difference) === rating && !difference.acknowledged),
  );
}
