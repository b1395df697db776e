/** Fixes that other documents agree on: one document against all others that have the case. */
import type { Case } from '../../../src/model/case.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { type Field, fields } from '../../../src/model/terms.ts';
import type { Fix } from '../../../src/model/work.ts';
import { entryOf } from './catalog-view.ts';

/** How many other documents must agree on an HTTP status, and how many lineages on punctuation. */
const needed = { status: 3, punctuation: 2 };

const isStatus = (text: string) => /^[1-5]\d\d$/.test(text);

/** Sentence punctuation and spaces; hyphens and underscores are parts of names. */
const sentenceMarks = /[\s.,;:!?，。；：！？、“”‘’"'()（）]+/gu;

/** The text of another document. */
interface Witness {
  variant: string;
  lineage: string;
  text: string;
}

/**
 * Returns the fixes of one variant in a case.
 *
 * An HTTP status is fixed if at least three other documents have one and all agree on another.
 * Punctuation is fixed if documents of at least two lineages have the same text, all alike (an
 * edition that repeats its predecessor is no second witness): messages in any document (the API
 * sends them), meanings and solutions in documents of the same language.
 *
 * @param variants The catalog's variants.
 */
export function findFixes(item: Case, variant: Variant, variants: readonly Variant[]): Fix[] {
  const entry = entryOf(item, variant.id);
  if (!entry) return [];
  const witnessesOf = (field: Field, lang: string): Witness[] =>
    variants.flatMap(({ id, lineage }) => {
      const text = id === variant.id ? undefined : entryOf(item, id)?.[field];
      const isComparable = text?.plain && (field === 'httpStatus' || text.lang === lang);
      return isComparable ? [{ variant: id, lineage, text: text.plain }] : [];
    });
  return fields.flatMap((field) => {
    const own = entry[field];
    if (!own || own.plain === '') return [];
    const witnesses = witnessesOf(field, own.lang);
    const agree = field === 'httpStatus' ? agreedStatus : agreedPunctuation;
    const after = agree(own.plain, witnesses);
    if (after === undefined) return [];
    const agreed = witnesses.filter(({ text }) => text === after).map((other) => other.variant);
    return [{ variant: variant.id, field, before: own.plain, after, agreed }];
  });
}

function agreedStatus(own: string, witnesses: Witness[]): string | undefined {
  const [first] = witnesses;
  if (witnesses.length < needed.status || !first || first.text === own) return undefined;
  const isAgreed = witnesses.every(({ text }) => text === first.text);
  return isAgreed && isStatus(own) && isStatus(first.text) ? first.text : undefined;
}

function agreedPunctuation(own: string, witnesses: Witness[]): string | undefined {
  const bare = (text: string) => text.replace(sentenceMarks, '');
  const same = witnesses.filter(({ text }) => bare(text) === bare(own));
  const [first] = same;
  const lineages = new Set(same.map(({ lineage }) => lineage));
  if (lineages.size < needed.punctuation || !first || first.text === own) return undefined;
  return same.every(({ text }) => text === first.text) ? first.text : undefined;
}
