/** What an English and a Chinese text must have in common though their words differ. */
import type { Difference } from '../../../src/model/difference.ts';
import type { Entry } from '../../../src/model/entry.ts';
import { FieldSchema } from '../../../src/model/entry.ts';
import type { Field, Kind, Severity } from '../../../src/model/terms.ts';
import type { Text } from '../../../src/model/text.ts';
import { foldSpace } from '../../../src/text/fold.ts';
import { hasHan } from '../../../src/text/lang-of-text.ts';
import { classifyChange } from './classify-change.ts';
import { findDrift } from './drift.ts';
import type { Glossary } from './glossary.ts';
import type { OneSided } from './one-sided.ts';
import { onlyIdentifiers, onlyNumbers, onlyPlaceholders } from './one-sided.ts';
import { isUntranslated } from './untranslated.ts';

/** A difference before it knows its code, case and variants. */
export interface FieldDifference
  extends Pick<Difference, 'before' | 'after' | 'runs' | 'onlyLeft' | 'onlyRight'> {
  field: Field;
  kind: Kind;
  severity: Severity;
}

/** The text itself, with its line breaks: list items stand on lines of their own. */
const plainOf = (text: Text | undefined): string =>
  foldSpace(text?.plain ?? '') === '' ? '' : (text?.plain ?? '');

/**
 * Compare an English entry with a Chinese one of the same case by their invariants.
 *
 * HTTP status and message are compared as text (the message is what the API sends, English in
 * every document); description and solution by numbers, identifiers, placeholders, by whether they
 * are there and translated, and by drift. An invariant that is something else on the other side
 * contradicts, one that is missing there is content, drift is wording.
 *
 * @param english Entry of the English variant, the left one.
 * @param chinese Entry of the Chinese variant, the right one.
 * @returns At most one difference a field and kind, in the order of the fields.
 */
export function compareInvariants(
  english: Entry,
  chinese: Entry,
  glossary: Glossary,
): FieldDifference[] {
  return FieldSchema.options.flatMap((field) => {
    const left = plainOf(english[field]);
    const right = plainOf(chinese[field]);
    if (left === '' && right === '') return [];
    if (left === '' || right === '')
      return [
        {
          field,
          kind: 'empty' as const,
          severity: 'content' as const,
          onlyLeft: left ? [left] : [],
          onlyRight: right ? [right] : [],
        },
      ];
    const isText =
      field === 'httpStatus' || (field === 'message' && hasHan(left) === hasHan(right));
    return isText
      ? compareAsText(english[field], chinese[field], field, glossary)
      : compareProse(left, right, field, glossary);
  });
}

function compareAsText(
  left: Text | undefined,
  right: Text | undefined,
  field: Field,
  glossary: Glossary,
): FieldDifference[] {
  const before = left?.plain ?? '';
  const after = right?.plain ?? '';
  const change = classifyChange(before, after, 'en', field, glossary);
  return change ? [{ field, kind: 'changed', before, after, ...change }] : [];
}

function compareProse(
  left: string,
  right: string,
  field: Field,
  glossary: Glossary,
): FieldDifference[] {
  const found: FieldDifference[] = [];
  const add = (kind: Kind, { onlyLeft, onlyRight, differs }: OneSided): void => {
    if (onlyLeft.length + onlyRight.length === 0) return;
    found.push({
      field,
      kind,
      severity: differs ? 'contradiction' : 'content',
      onlyLeft,
      onlyRight,
    });
  };
  add('number', onlyNumbers(left, right, true));
  add('identifier', onlyIdentifiers(left, right, glossary));
  add('placeholder', onlyPlaceholders(left, right));
  // A message may be in either language; it is never untranslated, and says too little to drift.
  if (field === 'message') return found;
  const foreignLeft = isUntranslated(left, 'en');
  const foreignRight = isUntranslated(right, 'zh-CN');
  if (foreignLeft || foreignRight) {
    found.push({
      field,
      kind: 'untranslated',
      severity: 'content',
      onlyLeft: foreignLeft ? [left] : [],
      onlyRight: foreignRight ? [right] : [],
    });
    return found;
  }
  const drift = findDrift(left, right, glossary);
  if (drift) found.push({ field, kind: 'drift', severity: 'wording', ...drift });
  return found;
}
