/** Finds likely typos with a clear fix: one document differs from all others. */
import type { Case } from '../../../src/model/case.ts';
import type { Entry } from '../../../src/model/entry.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { type Field, fields } from '../../../src/model/terms.ts';
import type { Text } from '../../../src/model/text.ts';
import type { Fix } from '../../../src/model/work.ts';
import { entryOf } from './catalog-view.ts';

/** How many other documents must agree on an HTTP status, and how many lineages on punctuation. */
const needed = { status: 3, punctuation: 2 };

/** Sentence punctuation and spaces; hyphens and underscores are parts of names. */
const sentenceMarks = /[\s.,;:!?，。；：！？、“”‘’"'()（）]+/gu;

/**
 * Returns the fixes of one variant in a case.
 *
 * An HTTP status is fixed when at least three other documents have it and all agree on another.
 * Punctuation is fixed when documents of at least two lineages have the same text (an edition
 * that repeats its predecessor does not count twice): messages in any document (the API
 * sends them), meanings and solutions in documents of the same language.
 *
 * @param variants The catalog's variants.
 */
export function findFixes(item: Case, variant: Variant, variants: readonly Variant[]): Fix[] {
  const entry = entryOf(item, variant.id);
  if (!entry) return [];
  const others = variants
    .filter(({ id }) => id !== variant.id)
    .flatMap(({ id, lineage }) => {
      const said = entryOf(item, id);
      return said ? [{ said, lineage }] : [];
    });
  return fields.flatMap((field) => {
    const own = entry[field];
    if (!own || own.plain === '') return [];
    const said = others.flatMap(({ said: other, lineage }) => saidBy(other, lineage, field, own));
    const after =
      field === 'httpStatus' ? agreedStatus(own.plain, said) : agreedMarks(own.plain, said);
    if (after === undefined) return [];
    const agreed = said.filter(({ text }) => text === after).map((other) => other.variant);
    return [{ variant: variant.id, field, before: own.plain, after, agreed }];
  });
}

interface Said {
  variant: string;
  lineage: string;
  text: string;
}

function saidBy(other: Entry, lineage: string, field: Field, own: Text): Said[] {
  const text = other[field];
  if (!text || text.plain === '') return [];
  const comparable = field === 'httpStatus' || text.lang === own.lang;
  return comparable ? [{ variant: other.variant, lineage, text: text.plain }] : [];
}

function agreedStatus(own: string, said: Said[]): string | undefined {
  const [first] = said;
  if (said.length < needed.status || !first || !/^[1-5]\d\d$/.test(first.text)) return undefined;
  const alike = said.every(({ text }) => text === first.text);
  return alike && /^[1-5]\d\d$/.test(own) && own !== first.text ? first.text : undefined;
}

function agreedMarks(own: string, said: Said[]): string | undefined {
  const bare = (text: string) => text.replace(sentenceMarks, '');
  const same = said.filter(({ text }) => bare(text) === bare(own));
  const [first] = same;
  const lineages = new Set(same.map(({ lineage }) => lineage));
  if (lineages.size < needed.punctuation || !first || first.text === own) return undefined;
  return same.every(({ text }) => text === first.text) ? first.text : undefined;
}
