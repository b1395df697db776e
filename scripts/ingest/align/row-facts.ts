import type { Entry } from '../../../src/model/entry.ts';
import type { Text } from '../../../src/model/text.ts';
import { foldText } from '../../../src/text/fold.ts';
import { wordsOf } from '../lexicon/words.ts';

/** A row with what can only be seen next to the other rows of its code in the same document. */
export interface RowFacts {
  entry: Entry;
  /** Position among the rows of the code, from 0, and their number. */
  rank: number;
  count: number;
  /** No other of the rows has this HTTP status. */
  uniqueStatus: boolean;
  /**
   * Each text of the row, folded: whether no other of the rows has it, and whether it is the caption
   * or the text of a column that maps to no field.
   */
  texts: ReadonlyMap<string, { isUnique: boolean; isOther: boolean }>;
  /** The words of the row's English and of its Chinese texts; the HTTP status is left out. */
  words: () => Record<Text['lang'], ReadonlyMap<string, string>>;
}

/**
 * Collects the facts about the rows that one document has for a code.
 *
 * @param rows Rows in source order, none twice.
 */
export function collectFacts(rows: readonly Entry[]): RowFacts[] {
  const statuses = countAll(rows.map(({ httpStatus }) => [httpStatus?.plain ?? '']));
  const texts = rows.map((row) => {
    const others = [...Object.values(row.extra).map(({ plain }) => plain), row.table ?? ''];
    const fields = [row.message, row.description, row.solution].map((text) => text?.plain ?? '');
    const isOther = new Map([
      ...fields.map((text) => [foldText(text), false] as const),
      ...others.map((text) => [foldText(text), true] as const),
    ]);
    isOther.delete('');
    return isOther;
  });
  const counts = countAll(texts.map((own) => [...own.keys()]));
  return rows.map((entry, rank) => {
    let words: ReturnType<RowFacts['words']> | undefined;
    return {
      entry,
      rank,
      count: rows.length,
      uniqueStatus: statuses.get(entry.httpStatus?.plain ?? '') === 1,
      texts: new Map(
        [...(texts[rank] ?? [])].map(([text, isOther]) => [
          text,
          { isUnique: counts.get(text) === 1, isOther },
        ]),
      ),
      words: () => {
        words ??= { en: wordsIn(entry, 'en'), 'zh-CN': wordsIn(entry, 'zh-CN') };
        return words;
      },
    };
  });
}

/** The texts of a row except code, HTTP status and caption. */
function textsOf({ message, description, solution, extra }: Entry): Text[] {
  return [message, description, solution, ...Object.values(extra)].filter(
    (text) => text !== undefined,
  );
}

const wordsIn = (entry: Entry, lang: Text['lang']) =>
  wordsOf(
    textsOf(entry)
      .filter((text) => text.lang === lang)
      .map(({ plain }) => plain)
      .join('\n'),
  );

function countAll(lists: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of lists.flat()) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
