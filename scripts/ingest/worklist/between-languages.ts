import type { PairDifference } from '../../../src/model/difference.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { WorkItem, WorkKind } from '../../../src/model/work.ts';
import { foldText } from '../../../src/text/fold.ts';
import { matchWords } from '../compare/counterparts.ts';
import { fingerprintOf } from '../compare/fingerprint.ts';
import { wordsOf } from '../lexicon/words.ts';
import { aboutOf, type CatalogView, entryOf, placeOf } from './catalog-view.ts';

/** Returns differences between the newest English and the newest Chinese document. */
export function listBetweenLanguages(view: CatalogView): WorkItem[] {
  const pair = view.newest?.pair;
  if (!pair) return [];
  return pair.differences.flatMap((difference): WorkItem[] => {
    const kind = kindOf(difference);
    return kind ? [itemOf(view, kind, difference, pair, [pair.left, pair.right])] : [];
  });
}

/** Returns contradictions between other current documents, such as those of two publishers in one language. */
export function listContradictions(view: CatalogView): WorkItem[] {
  const current = new Set(view.tips.map(({ id }) => id));
  return view.comparisons.flatMap((pair) => {
    const { left, right, differences } = pair;
    if (pair === view.newest?.pair || !current.has(left) || !current.has(right)) return [];
    return differences
      .filter(({ severity }) => severity === 'contradiction')
      .map((difference) => itemOf(view, 'contradiction', difference, pair, [left, right]));
  });
}

/** Typography and wording are not worth an editor's time; presence and solutions have kinds of their own. */
function kindOf({ severity, field, kind }: PairDifference): WorkKind | undefined {
  if (severity === 'contradiction') return 'contradiction';
  if (field === 'presence' || (kind === 'empty' && field === 'solution')) return undefined;
  if (kind === 'drift') return 'drift';
  return severity === 'content' ? 'differs' : undefined;
}

/**
 * Returns what one language changed since its last edition and the newest document of the other did
 * not follow. HTTP status and message followed if the two are now equal. A meaning or solution counts
 * as followed if the other document already says it, or if it changed in its own lineage too, since
 * no program can tell how.
 */
export function listNotFollowed(view: CatalogView): WorkItem[] {
  if (!view.newest) return [];
  const { en, zh } = view.newest;
  return [
    ...changesOf(view, en).flatMap((change) => notFollowed(view, en, zh, change)),
    ...changesOf(view, zh).flatMap((change) => notFollowed(view, zh, en, change)),
  ];
}

const isSevere = ({ severity }: PairDifference) =>
  severity === 'contradiction' || severity === 'content';

function changesOf(view: CatalogView, { id, follows }: Variant): PairDifference[] {
  const pair = follows === undefined ? undefined : view.pairOf(follows, id);
  return (pair?.differences ?? []).filter((one) => one.field !== 'presence' && isSevere(one));
}

function notFollowed(
  view: CatalogView,
  changed: Variant,
  other: Variant,
  difference: PairDifference,
): WorkItem[] {
  const { code, case: id, field, rule } = difference;
  const item = caseOf(view, difference);
  if (!item || field === 'presence' || !changed.follows) return [];
  const textIn = (variant: string) => entryOf(item, variant)?.[field]?.plain;
  const [was = '', now, elsewhere] = [changed.follows, changed.id, other.id].map(textIn);
  if (now === undefined || elsewhere === undefined) return [];
  const isSame = (one: PairDifference) =>
    one.code === code && one.case === id && one.field === field;
  const isAgreed = !view.newest?.pair?.differences.some((one) => isSame(one) && isSevere(one));
  // A number that the other language already has, or words that it already has.
  const isShared =
    ['number', 'identifier', 'placeholder', 'http-status'].includes(rule) ||
    hasCounterparts(view, changed, { was, now, elsewhere });
  const isFollowed =
    field === 'httpStatus' || field === 'message'
      ? foldText(now) === foldText(elsewhere)
      : changesOf(view, other).some(isSame);
  if ((isAgreed && isShared) || isFollowed) return [];
  const revisions = { left: changed.follows, right: changed.id };
  return [itemOf(view, 'not-followed', difference, revisions, [other.id, changed.id])];
}

/** Returns whether a change added words, and each of them has a counterpart in the other language. */
function hasCounterparts(
  { dictionary }: CatalogView,
  { lang }: Variant,
  { was, now, elsewhere }: { was: string; now: string; elsewhere: string },
): boolean {
  const known = new Set(wordsOf(was).values());
  const words =
    lang === 'en'
      ? matchWords(now, elsewhere, dictionary).left
      : matchWords(elsewhere, now, dictionary).right;
  const added = words.filter(({ word }) => !known.has(word));
  return added.length > 0 && added.every(({ found }) => found);
}

function itemOf(
  view: CatalogView,
  kind: WorkKind,
  difference: PairDifference,
  { left, right }: { left: string; right: string },
  variants: string[],
): WorkItem {
  const { fingerprint, code, case: id, field } = difference;
  const item = caseOf(view, difference);
  const places = variants.flatMap((variant) => {
    const entry = item && entryOf(item, variant);
    return entry ? [placeOf(entry, field)] : [];
  });
  const about = { places, pair: { left, right }, difference: aboutOf(difference) };
  return { kind, fingerprint, code, case: id, field, ...about };
}

function caseOf({ codes }: CatalogView, { code, case: id }: PairDifference) {
  return codes.find((other) => other.code === code)?.cases.find((item) => item.id === id);
}

/** Returns fields that only one of the newest English and the newest Chinese document has a column for. */
export function listMissingColumns({ catalog, codes, newest }: CatalogView): WorkItem[] {
  const entries = codes.flatMap(({ cases }) => cases.flatMap((item) => item.entries));
  return (newest?.pair?.missingColumns ?? []).flatMap(({ field, variant }): WorkItem[] => {
    const entry = entries.find((other) => other.variant === variant);
    if (!entry) return [];
    const fingerprint = fingerprintOf(catalog.id, 'missing-column', variant, field);
    const places = [placeOf(entry)];
    return [{ kind: 'missing-column', fingerprint, field, places, missingVariant: variant }];
  });
}
