/** The differences of one code between two variants. */
import type { Case } from '../../../src/model/case.ts';
import type { Difference } from '../../../src/model/difference.ts';
import { type Entry, FieldSchema } from '../../../src/model/entry.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { Field, Relation } from '../../../src/model/terms.ts';
import { isBlank } from '../../../src/text/blank.ts';
import { type CompareField, rateChange, type TextDifference } from './compare-texts.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Vocabulary } from './rules/rule.ts';

/** The cases of one code, as aligned. */
export interface CodeCases {
  catalog: string;
  code: string;
  cases: readonly Case[];
}

/** Two variants in the order of `orderVariants`, and what is known of them as a whole. */
export interface VariantPair {
  left: Variant;
  right: Variant;
  relation: Relation;
  /** Whether both variants are the current ones of their lineages. */
  areCurrent: boolean;
  /** Fields that both documents have a column for. */
  fields: readonly Field[];
  /** The earlier revision that one of the two was translated from, where the other one has changed since. */
  translated?: { original: Variant; now: Variant };
  compare: CompareField;
  vocabulary: Vocabulary;
}

/**
 * Returns the differences of one code between two variants, in the order of the cases and fields.
 *
 * A case that one variant lacks is a difference of presence. Of several entries that a variant has in
 * a case the first one counts.
 */
export function comparePair({ catalog, code, cases }: CodeCases, pair: VariantPair): Difference[] {
  const { left, right, relation } = pair;
  return cases.flatMap((item): Difference[] => {
    const entryOf = (variant: Variant | undefined) =>
      item.entries.find((entry) => entry.variant === variant?.id);
    const [leftEntry, rightEntry] = [entryOf(left), entryOf(right)];
    const isPast = pair.areCurrent || relation === 'revision' ? {} : { isPast: true as const };
    const about = { left: left.id, right: right.id, relation, ...isPast };
    const print = (field: Difference['field'], kind: Difference['kind']) => {
      const textOf = (entry: Entry | undefined) =>
        field === 'presence' ? undefined : entry?.[field]?.plain;
      const texts = [textOf(leftEntry), textOf(rightEntry)];
      return fingerprintOf(catalog, code, item.id, field, kind, left.id, right.id, ...texts);
    };
    if (!leftEntry && !rightEntry) return [];
    if (!leftEntry || !rightEntry) {
      const kind = leftEntry ? 'only-left' : 'only-right';
      const presence = { kind, severity: 'content', rule: 'presence' } as const;
      const fingerprint = print('presence', kind);
      return [{ case: item.id, field: 'presence', ...about, ...presence, fingerprint }];
    }
    const original = entryOf(pair.translated?.original);
    const now = entryOf(pair.translated?.now);
    return pair.fields.flatMap((field) => {
      const outdated =
        original && now && hasChanged(original, now, field, pair.vocabulary)
          ? { outdated: original.variant }
          : {};
      const found = compareField(leftEntry, rightEntry, field, pair);
      const onlyOutdated = found.length === 0 && 'outdated' in outdated;
      return (onlyOutdated ? [outdatedTranslation] : found).map((difference) => ({
        case: item.id,
        field,
        ...about,
        ...difference,
        ...outdated,
        fingerprint: print(field, difference.kind),
      }));
    });
  });
}

const outdatedTranslation: TextDifference = {
  kind: 'outdated',
  severity: 'content',
  rule: 'outdated-translation',
};

function compareField(
  left: Entry,
  right: Entry,
  field: Field,
  { left: { lang }, right: { lang: otherLang }, compare }: VariantPair,
): readonly TextDifference[] {
  const [before, after] = [left[field]?.plain, right[field]?.plain];
  if (isElsewhere(left, right, field) || isElsewhere(right, left, field)) return [];
  return compare(before, after, field, lang !== otherLang);
}

/** Returns whether an entry without a field has a text in a column that maps to no field instead. */
function isElsewhere(entry: Entry, other: Entry, field: Field): boolean {
  if (entry[field] !== undefined || isBlank(other[field]?.plain ?? '')) return false;
  return Object.entries(entry.extra).some(
    ([heading, { plain }]) => !isBlank(plain) && other.extra[heading] === undefined,
  );
}

/** Returns whether the content of a field changed between two revisions. */
function hasChanged(before: Entry, after: Entry, field: Field, vocabulary: Vocabulary): boolean {
  const change = rateChange(
    before[field]?.plain ?? '',
    after[field]?.plain ?? '',
    field,
    vocabulary,
  );
  return change?.severity === 'contradiction' || change?.severity === 'content';
}

/** A field that this share of the rows lacks is a column that the tables do not have. */
const missingShare = 0.2;

/**
 * Returns the fields that a variant has a column for. A field that only a few rows lack is a column:
 * in documents with a section for each code the label of the field is missing there.
 */
export function columnsOf(codes: readonly CodeCases[], variant: Variant): Set<Field> {
  const entries = codes.flatMap(({ cases }) => cases.flatMap((item) => item.entries));
  const own = entries.filter((entry) => entry.variant === variant.id);
  if (own.length === 0) return new Set(FieldSchema.options);
  return new Set(
    FieldSchema.options.filter(
      (field) => own.filter((entry) => entry[field]).length > own.length * (1 - missingShare),
    ),
  );
}
