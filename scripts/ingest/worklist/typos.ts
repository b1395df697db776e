import type { Fix, WorkItem } from '../../../src/model/work.ts';
import { type CatalogView, entryOf, placeOf } from './catalog-view.ts';
import { findFixes } from './fixes.ts';
import { ownFingerprint } from './own-fingerprint.ts';
import { renderPatch } from './patch.ts';

/**
 * Returns the likely typos of the newest documents, on which other documents agree, each with its fix,
 * and with a patch where the licence allows offering the document.
 *
 * @param sourceOf The text of a document, byte for byte, by its path.
 */
export function listTypos(view: CatalogView, sourceOf: (file: string) => string): WorkItem[] {
  return view.tips.flatMap((tip) =>
    view.codes.flatMap((code) =>
      code.cases.flatMap((item) =>
        findFixes(item, tip, view.catalog.variants).flatMap((fix): WorkItem[] => {
          const entry = entryOf(item, tip.id);
          if (!entry) return [];
          const place = placeOf(entry, fix.field);
          const { before, after, field } = fix;
          const patch = tip.redistribute
            ? renderPatch(entry.place.file, sourceOf(entry.place.file), {
                format: tip.format,
                line: place.line,
                before,
                after,
              })
            : undefined;
          const offered: Fix = { ...fix, ...(patch ? { patch } : {}) };
          const parts = [view.catalog.id, 'slip', tip.id, code.code, item.id, field, before, after];
          return [
            {
              kind: 'slip',
              fingerprint: ownFingerprint(...parts),
              code: code.code,
              case: item.id,
              field,
              places: [place],
              fix: offered,
            },
          ];
        }),
      ),
    ),
  );
}

/** Moves each fix to the contradiction that it would resolve, so that the list has both only once. */
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
