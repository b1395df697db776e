/** Addresses of the site's pages, with its base. */
import type { Code } from '../model/case.ts';
import type { Comparison } from '../model/difference.ts';
import type { RuleId } from '../model/terms.ts';
import type { WorkItem } from '../model/work.ts';

/**
 * Returns an address within the site.
 *
 * @example url('en', 'apig') // => '/en/apig/', below a base '/errors/en/apig/'
 */
export function url(...parts: (string | undefined)[]): string {
  const path = parts.filter((part) => part !== undefined && part !== '').join('/');
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return path === '' ? `${base}/` : `${base}/${path}/`;
}

/** Returns the address of a code's page, or of a case on it. */
export function codeUrl(
  locale: string,
  code: Pick<Code, 'catalog' | 'slug'>,
  anchor?: string,
): string {
  return `${url(locale, code.catalog, code.slug)}${anchor ? `#${anchor}` : ''}`;
}

/** Returns the anchor of a family on its catalog's page; letters of any script stay. */
export function familyId(family: string): string {
  return `family-${family
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}`;
}

/** Returns the address of a code's short link. */
export function shortUrl(code: Pick<Code, 'slug' | 'short'>): string {
  return `${url('c')}${code.short ?? `${code.slug}/`}`;
}

/** Returns the address of a line of a source document. */
export function lineUrl(
  locale: string,
  catalog: string,
  variant: string,
  line?: number,
  page?: string,
): string {
  return `${url(locale, 'sources', catalog, variant, page)}${line ? `#L${line}` : ''}`;
}

type Pair = Pick<Comparison, 'left' | 'right'>;

/** Returns the name of a pair of variants in addresses: `otc-2023-10..otc-2024-12`. */
export function pairName({ left, right }: Pair): string {
  return `${left}..${right}`;
}

/** Returns the address of a pair's comparison page. */
export function pairUrl(locale: string | undefined, pair: Pair & { catalog: string }): string {
  return url(locale, pair.catalog, 'compare', pairName(pair));
}

/** Returns the id of a difference on the comparison page of its pair. */
export function differenceId(fingerprint: string): string {
  return `d-${fingerprint}`;
}

/** Returns the address of the section that explains a rule of comparison. */
export function ruleUrl(locale: string | undefined, rule: RuleId): string {
  return `${url(locale, 'guides', 'comparing')}#${rule}`;
}

/** Returns the address of the history of a lineage. */
export function historyUrl(locale: string | undefined, catalog: string, lineage: string): string {
  return url(locale, catalog, 'history', lineage);
}

/** Returns the id of an item on the worklist page. */
export function workId({ kind, fingerprint }: WorkItem): string {
  return `${kind}-${fingerprint}`;
}

/** Returns the address of the patch that an item of the worklist offers. */
export function patchUrl(
  locale: string | undefined,
  catalog: string,
  { fingerprint }: WorkItem,
): string {
  return `${url(locale, catalog, 'worklist')}${fingerprint}.patch`;
}
