import type { Entry } from '../../../src/model/entry.ts';
import { languages } from '../../../src/model/lang.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { currentOf } from '../../../src/model/variant-order.ts';
import type { TextPair } from './learn-lexicon.ts';

const prose = ['message', 'description', 'solution'] as const;

/** Rows of one code in an English and in a Chinese document. */
export type RowPair = readonly [english: Entry, chinese: Entry];

/**
 * Returns the rows of a catalog that belong together beyond doubt: those of the codes that the
 * current English and the current Chinese document list once.
 */
export function listRowPairs(documents: { variant: Variant; entries: Entry[] }[]): RowPair[] {
  const variants = documents.map(({ variant }) => variant);
  const [english, chinese] = languages.map((lang) => {
    const current = currentOf(variants, lang);
    return singleRows(documents.find(({ variant }) => variant === current)?.entries ?? []);
  });
  return [...(english ?? [])].flatMap(([code, row]): RowPair[] => {
    const other = chinese?.get(code);
    return other === undefined ? [] : [[row, other]];
  });
}

/** Returns the texts of one field of the rows of {@link listRowPairs}. */
export function listTextPairs(documents: { variant: Variant; entries: Entry[] }[]): TextPair[] {
  return listRowPairs(documents).flatMap(pairFields);
}

/** The rows of codes that have one row only. */
function singleRows(entries: Entry[]): Map<string, Entry> {
  return new Map(
    [...Map.groupBy(entries, ({ code }) => code)].flatMap(([code, rows]) =>
      rows[0] !== undefined && rows.length === 1 ? [[code, rows[0]]] : [],
    ),
  );
}

/** The texts of the fields that one row has in English and the other in Chinese. */
export function pairFields([left, right]: RowPair): TextPair[] {
  return prose.flatMap((field): TextPair[] => {
    const [english, chinese] = [left[field], right[field]];
    const isPair = english?.lang === 'en' && chinese?.lang === 'zh-CN';
    return isPair && english.plain !== '' && chinese.plain !== ''
      ? [[english.plain, chinese.plain]]
      : [];
  });
}
