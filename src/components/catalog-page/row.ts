import { type CatalogData, languagesOf, worstOf } from '~/data/queries';
import { caseLabel } from '~/model/case-label';
import type { Lang } from '~/model/lang';
import type { Case, Code } from '../../model/case.ts';
import { statusesOf } from '../../text/statuses.ts';
import { earlierStatuses } from '../code-page/headline-changes.ts';

/** What a row of the table of codes marks, and the filter offers. */
type Mark = 'contradiction' | 'changed' | `missing-${string}`;

/** What the table of codes says about a case beside its texts. */
export interface Row {
  label: ReturnType<typeof caseLabel>;
  /** Whether a document has a message for it; else its label is its meaning. */
  hasMessage: boolean;
  /** Classes of its HTTP statuses: `4xx`. */
  classes: string[];
  marks: Mark[];
  /** Earlier HTTP statuses. */
  earlier: string[];
}

/** Returns what the table of codes says about a case. */
export function rowOf(code: Code, item: Case, catalog: CatalogData, lang: Lang): Row {
  const label = caseLabel(item, lang);
  const differences = code.differences.filter((difference) => difference.case === item.id);
  const earlier = earlierStatuses(differences);
  const languages = new Set(
    item.entries.map(({ variant }) => catalog.variants.find(({ id }) => id === variant)?.lang),
  );
  return {
    label,
    hasMessage: item.entries.some(({ message }) => message?.plain),
    classes: [...new Set(statusesOf(label.status ?? '').map((status) => `${status[0]}xx`))],
    marks: [
      ...(worstOf(differences) === 'contradiction' ? (['contradiction'] as const) : []),
      ...(earlier.length > 0 ? (['changed'] as const) : []),
      ...languagesOf(catalog)
        .filter((lang) => !languages.has(lang))
        .map((lang) => `missing-${lang}` as const),
    ],
    earlier,
  };
}
