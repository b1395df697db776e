import type { WorkItem } from '../../../src/model/work.ts';
import { fingerprintOf } from '../compare/fingerprint.ts';
import { type CatalogView, casesOf, entryOf, placeOf } from './catalog-view.ts';
import { findFixes } from './fixes.ts';
import { renderPatch } from './patch.ts';

/**
 * Returns the typos of the newest documents, each with the fix that other documents agree on, and
 * with a patch if the licence allows offering the document.
 *
 * @param sourceOf The text of a document, byte for byte, by its path.
 */
export function listTypos(view: CatalogView, sourceOf: (file: string) => string): WorkItem[] {
  return casesOf(view).flatMap(({ tip, code, item }) => {
    const entry = entryOf(item, tip.id);
    if (!entry) return [];
    return findFixes(item, tip, view.catalog.variants).map((fix): WorkItem => {
      const { before, after, field } = fix;
      const place = placeOf(entry, field);
      const { file } = entry.place;
      const replacement = { format: tip.format, line: place.line, before, after };
      const patch = tip.redistribute ? renderPatch(file, sourceOf(file), replacement) : undefined;
      const parts = [view.catalog.id, 'slip', tip.id, code.code, item.id, field, before, after];
      return {
        kind: 'slip',
        fingerprint: fingerprintOf(...parts),
        code: code.code,
        case: item.id,
        field,
        places: [place],
        fix: { ...fix, ...(patch ? { patch } : {}) },
      };
    });
  });
}

/** Returns both lists as one: a contradiction takes the fix that would settle it from its typo. */
export function joinTypos(contradictions: WorkItem[], typos: WorkItem[]): WorkItem[] {
  const taken = new Set<WorkItem>();
  const joined = contradictions.map((item) => {
    const typo = typos.find(
      (other) =>
        other.code === item.code &&
        other.case === item.case &&
        other.field === item.field &&
        item.places.some(({ variant }) => variant === other.fix?.variant),
    );
    if (!typo?.fix || item.kind !== 'contradiction') return item;
    taken.add(typo);
    return { ...item, fix: typo.fix };
  });
  return [...joined, ...typos.filter((typo) => !taken.has(typo))];
}
