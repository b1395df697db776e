import type { Case } from '../../../src/model/case.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { type Field, fields } from '../../../src/model/terms.ts';
import type { Fix, WorkItem } from '../../../src/model/work.ts';
import { remember } from '../../../src/text/remember.ts';
import { fingerprintOf } from '../compare/fingerprint.ts';
import { type CatalogView, casesOf, entryOf, placeOf } from './catalog-view.ts';
import { renderPatch } from './patch.ts';

/**
 * Returns the typos of the newest documents, each with the fix that other documents agree on, and
 * with a patch if the licence allows offering the document.
 *
 * @param sourceOf The text of a document, byte for byte, by its path.
 */
export function listTypos(view: CatalogView, sourceOf: (file: string) => string): WorkItem[] {
  const linesOf = remember((file) => sourceOf(file).split('\n'), 100);
  return casesOf(view).flatMap(({ tip, code, item }) => {
    const entry = entryOf(item, tip.id);
    if (!entry) return [];
    return findFixes(item, tip, view.catalog.variants).map((fix): WorkItem => {
      const { before, after, field } = fix;
      const place = placeOf(entry, field);
      const { file } = entry.place;
      const replacement = { format: tip.format, line: place.line, before, after };
      const patch = tip.redistribute ? renderPatch(file, linesOf(file), replacement) : undefined;
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
function findFixes(item: Case, variant: Variant, variants: readonly Variant[]): Fix[] {
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
