import type { CatalogData } from '~/data/queries';
import type { Case } from '../../model/case.ts';
import type { Entry } from '../../model/entry.ts';
import { type Field, fields } from '../../model/terms.ts';
import type { WorkItem } from '../../model/work.ts';

/** A text that an item is about. */
export interface WorkText {
  entry: Entry;
  field: Field;
  /** Side of the item's difference. */
  side?: 'left' | 'right';
  /** Whether a later edition of the document replaced the text. */
  isEarlier: boolean;
}

/**
 * Returns the texts that an editor needs to decide about an item: those of its places, the document
 * to fix first; for a change and for a lost solution also the earlier text, for a solution the other
 * language's; for a case that is missing somewhere, meaning and solution of the document that has it.
 */
export function workTexts(item: WorkItem, of: Case | undefined, catalog: CatalogData): WorkText[] {
  const { kind, field, pair, places } = item;
  const [first] = places;
  if (!of || !field || !first || kind === 'slip') return [];
  const entriesOf = (variant: string) => of.entries.filter((entry) => entry.variant === variant);
  if (field === 'presence') {
    return entriesOf(first.variant)
      .slice(0, 1)
      .flatMap((entry) =>
        fields
          .filter((own) => (own === 'description' || own === 'solution') && entry[own]?.plain)
          .map((own) => ({ entry, field: own, isEarlier: false })),
      );
  }
  const variantOf = (id: string) => catalog.variants.find((variant) => variant.id === id);
  const own = variantOf(first.variant);
  const shown = new Set(places.map(({ variant }) => variant));
  const earlier = new Set<string>();
  if (kind === 'not-followed' && pair) earlier.add(pair.left);
  if (kind === 'solution') {
    // Entries are sorted newest first.
    const has = ({ variant, solution }: Entry) => variant !== own?.id && solution?.plain;
    const others = of.entries.filter(has);
    const before = others.find(({ variant }) => variantOf(variant)?.lineage === own?.lineage);
    const counterpart = others.find(({ variant }) => variantOf(variant)?.lang !== own?.lang);
    if (before) earlier.add(before.variant);
    if (counterpart) shown.add(counterpart.variant);
  }
  return [...shown, ...earlier].flatMap((variant) => {
    const [entry] = entriesOf(variant);
    if (!entry?.[field]) return [];
    const side = variant === pair?.left ? 'left' : variant === pair?.right ? 'right' : undefined;
    return [{ entry, field, isEarlier: earlier.has(variant), ...(side && { side }) }];
  });
}
