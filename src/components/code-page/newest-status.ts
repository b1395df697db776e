import type { CatalogData } from '~/data/queries';
import { caseLabel } from '~/model/case-label';
import { newestFirst } from '~/model/variant-order';
import type { Case } from '../../model/case.ts';
import type { VariantReport } from '../../model/registry.ts';
import { statusLabel } from '../../text/statuses.ts';

/**
 * Returns the HTTP status on which the newest documents of all languages agree, and every document
 * that has it, the newest first; nothing if they disagree.
 *
 * @example newestStatus(item, catalog) // => { status: '502', variants: [web, otc2024, otc2023] }
 */
export function newestStatus(
  item: Case,
  catalog: CatalogData,
): { status: string; variants: VariantReport[] } | undefined {
  const said = newestFirst(catalog.variants).flatMap((variant) => {
    const entry = item.entries.find((other) => other.variant === variant.id);
    const status = statusLabel(entry?.httpStatus?.plain ?? '');
    return status ? [{ variant, status }] : [];
  });
  const newest = new Map<string, string>();
  for (const { variant, status } of said) {
    if (!newest.has(variant.lang)) newest.set(variant.lang, status);
  }
  const [status, ...others] = new Set(newest.values());
  if (status === undefined || others.length > 0) return undefined;
  // The heading shows the newest row that has a message, which may be an older one.
  if (status !== caseLabel(item).status) return undefined;
  const variants = said.filter((one) => one.status === status).map(({ variant }) => variant);
  return { status, variants };
}
