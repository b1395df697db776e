/** The compare stage: from aligned cases to differences. */
import type { Comparison, Difference } from '../../../src/model/difference.ts';
import { FieldSchema } from '../../../src/model/entry.ts';
import type { Catalog, Variant } from '../../../src/model/registry.ts';
import {
  currentOf,
  currentVariants,
  orderVariants,
  relationOf,
} from '../../../src/model/variant-order.ts';
import { foldCase, squash } from '../../../src/text/fold.ts';
import { readIdentifiers } from '../../../src/text/identifiers.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type CodeCases, columnsOf, comparePair, type VariantPair } from './compare-pair.ts';
import { createComparer } from './compare-texts.ts';
import { createDictionary } from './counterparts.ts';
import type { Glossary } from './glossary.ts';

/** The differences of a catalog. */
export interface ComparedCatalog {
  /** Every pair of variants, in the order of their left, then right one. */
  comparisons: Comparison[];
  /**
   * The differences that the page of a code shows: those of {@link pairsOnPages}, and contradictions between any
   * two current documents.
   */
  differencesOf: (code: string) => Difference[];
}

/**
 * Compares each variant of a catalog with each that comes after it in {@link orderVariants}: one
 * direction a pair, so that a pair has one page and one fingerprint for each of its differences.
 *
 * @param codes Every code with its cases, in the order wanted for the differences.
 * @param lexicon Translates words between English and Chinese; it knows those of the catalog.
 * @param general Has learned nothing from the catalog, whose own texts would hide where they drift.
 */
export function compareCatalog(
  { id, title, variants }: Pick<Catalog, 'id' | 'variants'> & Partial<Pick<Catalog, 'title'>>,
  codes: readonly CodeCases[],
  glossary: Glossary,
  lexicon: Lexicon = new Map(),
  general: Lexicon = lexicon,
): ComparedCatalog {
  const vocabulary = {
    glossary,
    dictionary: createDictionary(lexicon, glossary),
    general: createDictionary(general, glossary),
    names: namesOf([title, ...variants.map(({ publisher }) => publisher)]),
  };
  const compare = createComparer(vocabulary);
  const ordered = orderVariants(variants);
  const current = new Set(currentVariants(variants));
  const columns = new Map(ordered.map((variant) => [variant.id, columnsOf(codes, variant)]));
  const pairs = ordered.flatMap((left, index) =>
    ordered.slice(index + 1).map((right) => {
      const missingColumns = FieldSchema.options.flatMap((field) => {
        const lacking = [left, right].filter(({ id }) => !columns.get(id)?.has(field));
        return lacking.length === 1
          ? lacking.map((variant) => ({ field, variant: variant.id }))
          : [];
      });
      const fields = FieldSchema.options.filter((field) =>
        missingColumns.every((missing) => missing.field !== field),
      );
      const relation = relationOf(left, right, variants);
      const translated = translatedRevision(left, right, variants);
      const pair = {
        left,
        right,
        relation,
        areCurrent: current.has(left) && current.has(right),
        fields,
        ...(translated ? { translated } : {}),
        compare,
        vocabulary,
      };
      const differences = codes.flatMap((item) =>
        comparePair(item, pair).map((difference) => ({ ...difference, code: item.code })),
      );
      return { ...pair, missingColumns, differences };
    }),
  );
  const onPages = pairsOnPages(variants).flatMap(({ left, right }) =>
    pairs.filter((pair) => pair.left === left && pair.right === right),
  );
  const others = pairs.filter((pair) => pair.areCurrent && !onPages.includes(pair));
  const shown = Map.groupBy(
    [
      ...onPages.flatMap(({ differences }) => differences),
      ...others.flatMap(({ differences }) =>
        differences.filter(({ severity }) => severity === 'contradiction'),
      ),
    ],
    ({ code }) => code,
  );
  return {
    comparisons: pairs.map(({ left, right, missingColumns, differences }) => ({
      catalog: id,
      left: left.id,
      right: right.id,
      missingColumns,
      differences: differences.map(
        ({ left: _left, right: _right, before: _before, after: _after, code, ...difference }) => ({
          code,
          ...difference,
        }),
      ),
    })),
    differencesOf: (code) =>
      (shown.get(code) ?? []).map(({ code: _, ...difference }) => difference),
  };
}

/** Returns the keys of names as a translation may leave them out: OceanBase, "Tencent Cloud" as TencentCloud. */
function namesOf(texts: (Catalog['title'] | undefined)[]): Set<string> {
  const names = texts.flatMap((text) => Object.values(text ?? {}));
  const found = names.flatMap((name) => [...readIdentifiers(name).map(({ text }) => text), name]);
  return new Set(found.filter((name) => /[a-z]/.test(name)).map((name) => squash(foldCase(name))));
}

/** Returns the revision that one of two variants translates, if the other one is a later revision of it. */
function translatedRevision(
  left: Variant,
  right: Variant,
  variants: readonly Variant[],
): VariantPair['translated'] {
  for (const [translation, now] of [
    [left, right],
    [right, left],
  ] as const) {
    const original = variants.find(({ id }) => id === translation.translates);
    if (
      original &&
      original !== now &&
      original.lineage === now.lineage &&
      original.lang === now.lang
    )
      return { original, now };
  }
  return undefined;
}

/**
 * Returns the pairs whose differences the pages of codes show: each variant with the one it follows,
 * then the current English one with the current Chinese one.
 *
 * @param variants The variants of one catalog, in the registry's order.
 * @returns Pairs with the older, or the English, variant on the left.
 */
export function pairsOnPages(variants: readonly Variant[]): { left: Variant; right: Variant }[] {
  const pairs = variants.flatMap((right) => {
    const left = variants.find((variant) => variant.id === right.follows);
    return left ? [{ left, right }] : [];
  });
  const left = currentOf(variants, 'en');
  const right = currentOf(variants, 'zh-CN');
  return left && right ? [...pairs, { left, right }] : pairs;
}
