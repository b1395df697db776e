/**
 * Which text of a case a page shows for a language, and what replaces a text that a document lost.
 * `variants` are those of the catalog, newest first.
 */
import type { Code } from './case.ts';
import type { Entry } from './entry.ts';
import type { Lang } from './lang.ts';
import type { Variant } from './registry.ts';
import type { Field } from './terms.ts';
import type { Text } from './text.ts';

/** What the choice depends on; a retired variant has no lineage. */
export type Edition = Pick<Variant, 'id' | 'lang'> & { lineage?: string };

/** The text of one field in one language. */
export interface Answer {
  /** The row that it comes from. */
  entry: Entry;
  text: Text;
  /** Set if the newest document lost its text here: its row, and an editor's words about it. */
  lost?: { entry: Entry; note: Code['defects'][number]['note'] };
}

/** Returns the entry of the newest variant in a language that contains the case. */
export function newestEntry(
  entries: readonly Entry[],
  lang: Lang,
  variants: readonly Edition[],
): Entry | undefined {
  const own = variants.filter((variant) => variant.lang === lang);
  return own
    .map(({ id }) => entries.find(({ variant }) => variant === id))
    .find((entry) => entry !== undefined);
}

/**
 * Returns the text of a field that a page shows: that of the newest document of the language or, if an
 * editor has listed that text as lost (`content/curation/defects.yaml`), of the newest earlier edition
 * of the same document that has it.
 *
 * @returns undefined if the newest document has no column for the field.
 * @example answerOf(item.entries, 'solution', 'zh-CN', newestFirst(variants), code.defects)?.text.plain
 */
export function answerOf(
  entries: readonly Entry[],
  field: Field,
  lang: Lang,
  variants: readonly Edition[],
  defects: Code['defects'],
): Answer | undefined {
  const entry = newestEntry(entries, lang, variants);
  return entry && answerIn(entry, field, entries, variants, defects);
}

/** Returns the first text that is not empty; the first choice counts most. */
export function firstText(
  entries: readonly Entry[],
  choices: readonly (readonly [Field, Lang])[],
  variants: readonly Edition[],
  defects: Code['defects'],
): Text | undefined {
  return choices
    .map(([field, lang]) => answerOf(entries, field, lang, variants, defects)?.text)
    .find((text) => text?.plain);
}

/** Returns a row’s text of a field, or the newest earlier edition’s if the document lost it. */
export function answerIn(
  entry: Entry,
  field: Field,
  entries: readonly Entry[],
  variants: readonly Edition[],
  defects: Code['defects'],
): Answer | undefined {
  const text = entry[field];
  const defect = defectOf(entry, field, defects);
  if (!defect) return text && { entry, text };
  const lost = { entry, note: defect.note };
  const at = variants.findIndex(({ id }) => id === entry.variant);
  const { lang, lineage } = variants[at] ?? {};
  for (const earlier of variants.slice(at + 1)) {
    if (earlier.lang !== lang || earlier.lineage !== lineage) continue;
    const other = entries.find(({ variant }) => variant === earlier.id);
    if (other?.[field]?.plain && !defectOf(other, field, defects))
      return { entry: other, text: other[field], lost };
  }
  return text && { entry, text, lost };
}

/** Returns the defect that an editor has listed for a field of a row. */
export function defectOf(
  entry: Entry,
  field: Field,
  defects: Code['defects'],
): Code['defects'][number] | undefined {
  return defects.find((defect) => defect.field === field && isAt(entry, defect));
}

/** Returns the defects that editors have listed for some rows, such as those of a case. */
export function defectsIn(entries: readonly Entry[], defects: Code['defects']): Code['defects'] {
  return defects.filter((defect) => entries.some((entry) => isAt(entry, defect)));
}

function isAt({ variant, place }: Entry, defect: Code['defects'][number]): boolean {
  return defect.variant === variant && defect.line === place.line && defect.page === place.page;
}
