import type { Case, Code } from '../../../src/model/case.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { WorkItem } from '../../../src/model/work.ts';
import { fingerprintOf } from '../compare/fingerprint.ts';
import { aboutOf, type CatalogView, casesOf, entryOf, placeOf } from './catalog-view.ts';

/** Returns solutions of the newest documents that are empty, dropped since the last edition, or lost. */
export function listSolutions(view: CatalogView): WorkItem[] {
  return casesOf(view).flatMap(({ tip, code, item }) => solutionOf(view, tip, code, item));
}

/** A dash is an empty cell; a word like None is an answer. */
const isEmpty = (text: string) => /^[\s\-–—/]*$/u.test(text);

function solutionOf(view: CatalogView, tip: Variant, code: Code, item: Case): WorkItem[] {
  const entry = entryOf(item, tip.id);
  if (!entry?.solution) return [];
  const about: Pick<WorkItem, 'kind' | 'code' | 'case' | 'field' | 'places'> = {
    kind: 'solution',
    code: code.code,
    case: item.id,
    field: 'solution',
    places: [placeOf(entry, 'solution')],
  };
  const defect = code.defects.find(
    ({ variant, field, line, page }) =>
      variant === tip.id &&
      field === 'solution' &&
      line === entry.place.line &&
      page === entry.place.page,
  );
  if (defect) {
    const fingerprint = fingerprintOf(view.catalog.id, 'lost', tip.id, code.code, item.id);
    return [{ ...about, fingerprint, solution: 'lost', note: defect.note }];
  }
  if (!isEmpty(entry.solution.plain)) return [];
  const { en, zh, pair: languages } = view.newest ?? {};
  const found = [
    tip.follows === undefined ? undefined : view.pairOf(tip.follows, tip.id),
    tip.id === en?.id || tip.id === zh?.id ? languages : undefined,
  ].flatMap((pair) => {
    const difference = pair?.differences.find(
      (other) => other.code === code.code && other.case === item.id && other.field === 'solution',
    );
    return pair && difference ? [{ pair, difference }] : [];
  })[0];
  if (!found) {
    const fingerprint = fingerprintOf(view.catalog.id, 'empty', tip.id, code.code, item.id);
    return [{ ...about, fingerprint, solution: 'empty' }];
  }
  const { pair, difference } = found;
  return [
    {
      ...about,
      fingerprint: difference.fingerprint,
      pair: { left: pair.left, right: pair.right },
      difference: aboutOf(difference),
      solution: difference.kind === 'removed' ? 'removed' : 'empty',
    },
  ];
}
