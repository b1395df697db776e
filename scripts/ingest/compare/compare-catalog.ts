/** Every pair of variants of a catalog, compared: what the comparison pages and histories show. */

import type { Code } from '../../../src/model/case.ts';
import type { Comparison } from '../../../src/model/difference.ts';
import type { Lang } from '../../../src/model/lang.ts';
import { compareStrings, dateOf } from '../../../src/model/order.ts';
import type { Catalog, Variant } from '../../../src/model/registry.ts';
import { compareVariants, type Glossary } from './index.ts';

const languages: readonly Lang[] = ['en', 'zh-CN'];

/**
 * The order in which the variants of a catalog are compared: English before Chinese, and within a
 * language the older before the newer. A variant comes after the one it follows whatever the dates
 * say, since undated documents have only the date on which they were seen.
 *
 * @example orderVariants(variants).map(({ id }) => id)
 *   // => ['otc-2023-10', 'otc-2024-12', 'huaweicloud-2018-12', 'huaweicloud-web']
 */
export function orderVariants<V extends Variant>(variants: readonly V[]): V[] {
  return languages.flatMap((lang) => {
    const waiting = variants
      .filter((variant) => variant.lang === lang)
      .toSorted((a, b) => compareStrings(dateOf(a), dateOf(b)) || compareStrings(a.id, b.id));
    const ordered: V[] = [];
    while (waiting.length > 0) {
      const next = waiting.findIndex(({ follows }) => !waiting.some(({ id }) => id === follows));
      // The registry lets no variant follow itself in the end; were it so, none would be left out.
      ordered.push(...waiting.splice(Math.max(0, next), 1));
    }
    return ordered;
  });
}

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
