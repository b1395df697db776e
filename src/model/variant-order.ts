/** Which document is newer, and which is current: the one definition of both. */
import { type Lang, languages } from './lang.ts';
import { compareStrings } from './order.ts';
import type { Variant } from './registry.ts';
import type { Relation } from './terms.ts';

/** What the order depends on. */
export type Ordered = Pick<
  Variant,
  'id' | 'lang' | 'lineage' | 'follows' | 'revision' | 'seen' | 'current'
>;

/**
 * Returns the variants of a catalog in the order of their publication, the oldest first, English
 * before Chinese.
 *
 * Within a lineage `follows` decides. Between lineages `revision` decides; an undated variant counts
 * as old as the variant it follows, or older than every dated one if it follows none, since the date
 * on which somebody saw it does not tell when it was written. Ties are broken by `seen`, then by id.
 *
 * @example orderVariants(variants).map(({ id }) => id)
 *   // => ['otc-2023-10', 'otc-2024-12', 'huaweicloud-2018-12', 'huaweicloud-web']
 */
export function orderVariants<V extends Ordered>(variants: readonly V[]): V[] {
  return languages.flatMap((lang) => {
    const waiting = variants
      .filter((variant) => variant.lang === lang)
      .map((variant) => ({ variant, known: knownRevision(variant, variants) }))
      .toSorted(
        (a, b) =>
          compareStrings(a.known, b.known) ||
          // Only where one of two equally old ones is undated, or both are.
          Number(a.variant.revision !== undefined) - Number(b.variant.revision !== undefined) ||
          compareStrings(a.variant.seen ?? '', b.variant.seen ?? '') ||
          compareStrings(a.variant.id, b.variant.id),
      )
      .map(({ variant }) => variant);
    const ordered: V[] = [];
    while (waiting.length > 0) {
      const next = waiting.findIndex(({ follows }) => !waiting.some(({ id }) => id === follows));
      // A circle of `follows` is an error of the registry; its variants are still all returned.
      ordered.push(...waiting.splice(Math.max(0, next), 1));
    }
    return ordered;
  });
}

/** The latest revision of a variant and of all before it in its lineage; '' if none is dated. */
function knownRevision(variant: Ordered, variants: readonly Ordered[]): string {
  let latest = '';
  const passed = new Set<Ordered>();
  for (let at: Ordered | undefined = variant; at && !passed.has(at); ) {
    passed.add(at);
    if (at.revision !== undefined && at.revision > latest) latest = at.revision;
    const before: string | undefined = at.follows;
    at = variants.find(({ id }) => id === before);
  }
  return latest;
}

/** Returns the current variant of each lineage: the last one, unless the registry says otherwise. */
export function currentVariants<V extends Ordered>(variants: readonly V[]): V[] {
  return [...Map.groupBy(orderVariants(variants), ({ lineage }) => lineage).values()].flatMap(
    (lineage) => lineage.find(({ current }) => current) ?? lineage.at(-1) ?? [],
  );
}

/**
 * Returns the variants of a catalog, the newest first: in this order pages list documents, and
 * the first document of a language that contains a case is the one whose texts they show.
 *
 * Within a language this is {@link orderVariants} reversed, except that the editions after a variant
 * that the registry calls current come directly after it. The two languages are merged by date.
 * Between them `seen` counts as well, because documents of two languages never replace each other.
 */
export function newestFirst<V extends Ordered>(variants: readonly V[]): V[] {
  const current = new Set(currentVariants(variants));
  const queues = languages.map((lang) => {
    const queue = orderVariants(variants.filter((variant) => variant.lang === lang)).reverse();
    const rank = (variant: V) =>
      Math.max(
        queue.indexOf(variant),
        queue.findIndex((other) => other.lineage === variant.lineage && current.has(other)),
      );
    return queue.toSorted(
      (a, b) => rank(a) - rank(b) || Number(current.has(b)) - Number(current.has(a)),
    );
  });
  const [english = [], chinese = []] = queues;
  const merged: V[] = [];
  const dateOf = (variant: V | undefined) => variant?.revision ?? variant?.seen ?? '';
  while (english.length > 0 && chinese.length > 0) {
    const isChinese = dateOf(chinese[0]) > dateOf(english[0]);
    merged.push(...(isChinese ? chinese : english).splice(0, 1));
  }
  return [...merged, ...english, ...chinese];
}

/** Returns the current document of a language: the newest of those that are current in their lineage. */
export function currentOf<V extends Ordered>(variants: readonly V[], lang: Lang): V | undefined {
  return newestFirst(variants.filter((variant) => variant.lang === lang))[0];
}

/** Returns how two variants are related; a translation is so to all revisions of a lineage. */
export function relationOf<V extends Ordered & Pick<Variant, 'translates'>>(
  left: V,
  right: V,
  variants: readonly V[],
): Relation {
  if (left.lineage === right.lineage && left.lang === right.lang) return 'revision';
  const isTranslation = (translation: V, original: V) =>
    variants.some(
      ({ id, lineage, lang }) =>
        id === translation.translates && lineage === original.lineage && lang === original.lang,
    );
  return isTranslation(left, right) || isTranslation(right, left) ? 'translation' : 'edition';
}
