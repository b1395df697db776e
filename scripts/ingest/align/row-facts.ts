import type { Entry } from '../../../src/model/entry.ts';
import type { Text } from '../../../src/model/text.ts';
import { countAll } from '../../../src/text/count-all.ts';
import { foldText } from '../../../src/text/fold.ts';
import { wordsOf } from '../lexicon/words.ts';

/** A row with what only the other rows of its code in the same document show. */
export interface RowFacts {
  entry: Entry;
  /** Position among the rows of the code, from 0, and their number. */
  rank: number;
  count: number;
  /** No other of the rows has this HTTP status. */
  uniqueStatus: boolean;
  /** Returns the texts of the row, folded. */
  texts: () => ReadonlyMap<string, TextFacts>;
  /** Returns the words of the row's English and of its Chinese texts, without the HTTP status. */
  words: () => Record<Text['lang'], ReadonlyMap<string, string>>;
}

interface TextFacts {
  /** No other of the rows has the text. */
  isUnique: boolean;
  /** It is the caption, or in a column that maps to no field. */
  isOther: boolean;
}

/**
 * Collects the facts about the rows that one document has for a code. Texts and words are prepared
 * at the first use, because most codes are matched without them.
 *
 * @param rows Rows in source order, none twice.
 */
export function collectFacts(rows: readonly Entry[]): RowFacts[] {
  const statuses = countAll(rows.map(({ httpStatus }) => httpStatus?.plain ?? ''));
  const texts = once(() => {
    const all = rows.map(foldTexts);
    const counts = countAll(all.flatMap((own) => [...own.keys()]));
    return all.map((own) => {
      const facts = [...own].map(([text, isOther]): [string, TextFacts] => [
        text,
        { isUnique: counts.get(text) === 1, isOther },
      ]);
      return new Map(facts);
    });
  });
  return rows.map((entry, rank) => ({
    entry,
    rank,
    count: rows.length,
    uniqueStatus: statuses.get(entry.httpStatus?.plain ?? '') === 1,
    texts: () => texts()[rank] ?? new Map(),
    words: once(() => ({ en: wordsIn(entry, 'en'), 'zh-CN': wordsIn(entry, 'zh-CN') })),
  }));
}

/** The texts of a row, folded, and whether each is in no field. */
function foldTexts({ message, description, solution, extra, table }: Entry): Map<string, boolean> {
  const inFields = [message, description, solution].map((text) => text?.plain ?? '');
  const others = [...Object.values(extra).map(({ plain }) => plain), table ?? ''];
  const folded = new Map([
    ...inFields.map((text) => [foldText(text), false] as const),
    ...others.map((text) => [foldText(text), true] as const),
  ]);
  folded.delete('');
  return folded;
}

function wordsIn({ message, description, solution, extra }: Entry, lang: Text['lang']) {
  const texts = [message, description, solution, ...Object.values(extra)];
  return wordsOf(texts.flatMap((text) => (text?.lang === lang ? [text.plain] : [])).join('\n'));
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
