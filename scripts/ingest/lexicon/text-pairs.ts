import type { Entry } from '../../../src/model/entry.ts';
import { languages } from '../../../src/model/lang.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { currentOf } from '../../../src/model/variant-order.ts';
import type { TextPair } from './learn-lexicon.ts';

const prose = ['message', 'description', 'solution'] as const;

/**
 * Returns the texts of a catalog that translate each other beyond doubt: those of one field of a
 * code that the current English and the current Chinese document list once.
 */
export function listTextPairs(documents: { variant: Variant; entries: Entry[] }[]): TextPair[] {
  const variants = documents.map(({ variant }) => variant);
  const [english, chinese] = languages.map((lang) => {
    const current = currentOf(variants, lang);
    return singleRows(documents.find(({ variant }) => variant === current)?.entries ?? []);
  });
  return [...(english ?? [])].flatMap(([code, row]) => {
    const other = chinese?.get(code);
    return other === undefined ? [] : pairFields(row, other);
  });
}

/** The rows of codes that have one row only. */
function singleRows(entries: Entry[]): Map<string, Entry> {
  return new Map(
    [...Map.groupBy(entries, ({ code }) => code)].flatMap(([code, rows]) =>
      rows[0] !== undefined && rows.length === 1 ? [[code, rows[0]]] : [],
    ),
  );
}

function pairFields(left: Entry, right: Entry): TextPair[] {
  return prose.flatMap((field): TextPair[] => {
    const [english, chinese] = [left[field], right[field]];
    const isPair = english?.lang === 'en' && chinese?.lang === 'zh-CN';
    return isPair && english.plain !== '' && chinese.plain !== ''
      ? [[english.plain, chinese.plain]]
      : [];
  });
}
