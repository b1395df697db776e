/** Which variants of a catalog are compared with which. */

import type { Variant } from '../../../src/model/registry.ts';
import { currentOf } from '../../../src/model/variant-order.ts';

/**
 * The pairs whose differences every code carries: each variant with the one it follows, then the
 * current English one with the current Chinese one.
 *
 * @param variants The variants of one catalog, in the registry's order.
 * @returns Pairs with the older, or the English, variant on the left.
 */
export function pairsToCompare(variants: readonly Variant[]): { left: Variant; right: Variant }[] {
  const pairs = variants.flatMap((right) => {
    const left = variants.find((variant) => variant.id === right.follows);
    return left ? [{ left, right }] : [];
  });
  const left = currentOf(variants, 'en');
  const right = currentOf(variants, 'zh-CN');
  return left && right ? [...pairs, { left, right }] : pairs;
}
