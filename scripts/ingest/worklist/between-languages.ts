import type { PairDifference } from '../../../src/model/difference.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { WorkItem, WorkKind } from '../../../src/model/work.ts';
import { foldText } from '../../../src/text/fold.ts';
import { aboutOf, type CatalogView, caseOf, entryOf, placeOf } from './catalog-view.ts';
import { ownFingerprint } from './own-fingerprint.ts';

/** Differences between the newest English and the newest Chinese document: contradictions, texts that only one has, drift. */
export function listBetweenLanguages(view: CatalogView): WorkItem[] {
  const { en, 'zh-CN': zh } = view.newest;
  const pair = en && zh && view.pairOf(en.id, zh.id);
  if (!pair) return [];
  return pair.differences.flatMap((difference): WorkItem[] => {
    const kind = kindOf(difference);
    return kind ? [itemOf(view, kind, difference, pair, [pair.left, pair.right])] : [];
  });
}

/** Typography and wording of messages are not worth an editor's time; presence and solutions have kinds of their own. */
function kindOf({ severity, field, kind }: PairDifference): WorkKind | undefined {
  if (severity === 'contradiction') return 'contradiction';
  if (field === 'presence' || (kind === 'empty' && field === 'solution')) return undefined;
  if (kind === 'drift') return 'drift';
  return severity === 'content' ? 'differs' : undefined;
}

/**
 * What one language changed since its last edition while the newest document of the other stayed as
 * it was. HTTP status and message followed when the two now say the same; a meaning or solution is
 * taken to have followed when it changed in its own lineage too, since no program can tell how.
 */
export function listNotFollowed(view: CatalogView): WorkItem[] {
  const { en, 'zh-CN': zh } = view.newest;
  if (!en || !zh) return [];
  return [
    ...changesOf(view, en).flatMap((change) => notFollowed(view, en, zh, change)),
    ...changesOf(view, zh).flatMap((change) => notFollowed(view, zh, en, change)),
  ];
}

function changesOf(view: CatalogView, variant: Variant): PairDifference[] {
  if (variant.follows === undefined) return [];
  const pair = view.pairOf(variant.follows, variant.id);
  return (pair?.differences ?? []).filter(
    ({ field, severity }) =>
      field !== 'presence' && (severity === 'contradiction' || severity === 'content'),
  );
}

function notFollowed(
  view: CatalogView,
  changed: Variant,
  other: Variant,
  difference: PairDifference,
): WorkItem[] {
  const { code, case: id, field } = difference;
  const item = caseOf(view, code, id);
  if (!item || field === 'presence' || !changed.follows) return [];
  const [now, elsewhere] = [entryOf(item, changed.id)?.[field], entryOf(item, other.id)?.[field]];
  if (!now || !elsewhere) return [];
  // The two languages now agree on what changed: a number that the other one already has.
  const pair = view.pairOf(changed.id, other.id);
  const isShared =
    ['number', 'identifier', 'placeholder', 'http-status'].includes(difference.rule) &&
    !pair?.differences.some(
      (own) =>
        own.code === code &&
        own.case === id &&
        own.field === field &&
        (own.severity === 'contradiction' || own.severity === 'content'),
    );
  const followed =
    isShared ||
    (field === 'httpStatus' || field === 'message'
      ? foldText(now.plain) === foldText(elsewhere.plain)
      : changesOf(view, other).some(
          (own) => own.code === code && own.case === id && own.field === field,
        ));
  if (followed) return [];
  const revisions = { left: changed.follows, right: changed.id };
  return [itemOf(view, 'not-followed', difference, revisions, [other.id, changed.id])];
}

function itemOf(
  view: CatalogView,
  kind: WorkKind,
  difference: PairDifference,
  { left, right }: { left: string; right: string },
  variants: string[],
): WorkItem {
  const item = caseOf(view, difference.code, difference.case);
  return {
    kind,
    fingerprint: difference.fingerprint,
    code: difference.code,
    case: difference.case,
    field: difference.field,
    places: variants.flatMap((variant) => {
      const entry = item && entryOf(item, variant);
      return entry ? [placeOf(entry, difference.field)] : [];
    }),
    pair: { left, right },
    difference: aboutOf(difference),
  };
}

/** Fields that only one of the current English and the current Chinese document has a column for. */
export function listMissingColumns(view: CatalogView): WorkItem[] {
  const { en, 'zh-CN': zh } = view.newest;
  const pair = en && zh && view.pairOf(en.id, zh.id);
  if (!pair) return [];
  return pair.missingColumns.flatMap(({ field, variant }): WorkItem[] => {
    const entry = view.codes
      .flatMap(({ cases }) => cases.flatMap((item) => item.entries))
      .find((other) => other.variant === variant);
    if (!entry) return [];
    const fingerprint = ownFingerprint(view.catalog.id, 'missing-column', variant, field);
    const places = [placeOf(entry)];
    return [{ kind: 'missing-column', fingerprint, field, places, missingVariant: variant }];
  });
}
