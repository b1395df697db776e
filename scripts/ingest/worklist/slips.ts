import type { Mend, WorkItem } from '../../../src/model/work.ts';
import { type CatalogView, entryOf, placeOf } from './catalog-view.ts';
import { findMends } from './mends.ts';
import { ownFingerprint } from './own-fingerprint.ts';
import { renderPatch } from './patch.ts';

/**
 * Slips of the newest documents that other documents agree on, each with its mend, and with a patch
 * where the licence allows offering the document.
 *
 * @param sourceOf The text of a document, byte for byte, by its path.
 */
export function listSlips(view: CatalogView, sourceOf: (file: string) => string): WorkItem[] {
  return view.tips.flatMap((tip) =>
    view.codes.flatMap((code) =>
      code.cases.flatMap((item) =>
        findMends(item, tip, view.catalog.variants).flatMap((mend): WorkItem[] => {
          const entry = entryOf(item, tip.id);
          if (!entry) return [];
          const place = placeOf(entry, mend.field);
          const { before, after, field } = mend;
          const patch = tip.redistribute
            ? renderPatch(entry.place.file, sourceOf(entry.place.file), {
                format: tip.format,
                line: place.line,
                before,
                after,
              })
            : undefined;
          const offered: Mend = { ...mend, ...(patch ? { patch } : {}) };
          const parts = [view.catalog.id, 'slip', tip.id, code.code, item.id, field, before, after];
          return [
            {
              kind: 'slip',
              fingerprint: ownFingerprint(...parts),
              code: code.code,
              case: item.id,
              field,
              places: [place],
              mend: offered,
            },
          ];
        }),
      ),
    ),
  );
}

/**
 * Give a mend to the contradiction that it would settle, so that one thing stands on the list once.
 */
export function joinSlips(contradictions: WorkItem[], slips: WorkItem[]): WorkItem[] {
  const taken = new Set<WorkItem>();
  const joined = contradictions.map((item) => {
    const slip = slips.find(
      (other) =>
        other.code === item.code &&
        other.case === item.case &&
        other.field === item.field &&
        item.places.some(({ variant }) => variant === other.mend?.variant),
    );
    if (!slip?.mend || item.kind !== 'contradiction') return item;
    taken.add(slip);
    return { ...item, mend: slip.mend };
  });
  return [...joined, ...slips.filter((slip) => !taken.has(slip))];
}
