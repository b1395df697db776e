/** Every pair of variants of a catalog, compared: what the comparison pages and histories show. */

import type { Code } from '../../../src/model/case.ts';
import type { Comparison } from '../../../src/model/difference.ts';
import type { Catalog } from '../../../src/model/registry.ts';
import { orderVariants } from '../../../src/model/variant-order.ts';
import { compareVariants, type Glossary } from './index.ts';

/**
 * Compare each variant of a catalog with each that comes after it in {@link orderVariants}: one
 * direction a pair, so that a pair has one page and one fingerprint for each of its differences.
 *
 * @param codes Every code with its cases, in the order wanted for the differences.
 * @returns Pairs in the order of their left, then right variant.
 */
export function compareCatalog(
  catalog: Catalog,
  codes: readonly Code[],
  glossary: Glossary,
): Comparison[] {
  const ordered = orderVariants(catalog.variants);
  return ordered.flatMap((left, index) =>
    ordered.slice(index + 1).map((right) => ({
      catalog: catalog.id,
      left: left.id,
      right: right.id,
      differences: compareVariants(left, right, codes, glossary).map(
        ({ left: _left, right: _right, before: _before, after: _after, code, ...difference }) => ({
          code,
          ...difference,
        }),
      ),
    })),
  );
}
