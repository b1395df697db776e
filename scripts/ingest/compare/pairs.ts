/** Which variants of a catalog are compared with which. */
import type { Lang } from '../../../src/model/lang.ts';
import { dateOf } from '../../../src/model/order.ts';
import type { Variant } from '../../../src/model/registry.ts';

/**
 * The newest variant of a language: of those that no other follows, the one with the latest
 * revision (or date seen). Of two with one date the first in the registry.
 *
 * @param variants The variants of one catalog.
 * @returns `undefined` when the catalog has none in this language.
 */
export function newestOf(variants: readonly Variant[], lang: Lang): Variant | undefined {
  const followed = new Set(variants.map((variant) => variant.follows));
  return variants
    .filter((variant) => variant.lang === lang && !followed.has(variant.id))
    .reduce<Variant | undefined>(
      (newest, variant) => (newest && dateOf(newest) >= dateOf(variant) ? newest : variant),
      undefined,
    );
}

/**
 * The pairs whose differences every code carries: each variant with the one it follows, then the
 * newest English with the newest Chinese.
 *
 * @param variants The variants of one catalog, in the registry's order.
 * @returns Pairs with the older, or the English, variant on the left.
 */
export function pairsToCompare(variants: readonly Variant[]): { left: Variant; right: Variant }[] {
  const pairs = variants.flatMap((right) => {
    const left = variants.find((variant) => variant.id === right.follows);
    return left ? [{ left, right }] : [];
  });
  const left = newestOf(variants, 'en');
  const right = newestOf(variants, 'zh-CN');
  return left && right ? [...pairs, { left, right }] : pairs;
}
