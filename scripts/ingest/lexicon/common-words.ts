import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './words.ts';

const settings = {
  /** Of a translation that was not learned: it counts as found, but does not make a text without it suspect. */
  probability: 0.1,
  /** Of a word that was not learned. */
  rarity: 5,
};

/**
 * Returns a lexicon with the usual translations of common words, so that it does not depend on what the
 * documents that it was learned from happen to say.
 *
 * @param text A line a word: `interval`, a tab, `间隔 时间间隔`. Written by hand.
 * @example addCommonWords(new Map(), 'interval\t间隔\n').get('interval')?.chinese // => Map { '间隔' => 0.1 }
 */
export function addCommonWords(lexicon: Lexicon, text: string): Lexicon {
  const all = new Map(lexicon);
  for (const line of text.trimEnd().split('\n')) {
    const [english = '', translations = ''] = line.split('\t');
    for (const key of wordsOf(english).keys()) {
      const { rarity, chinese } = all.get(key) ?? { rarity: settings.rarity, chinese: new Map() };
      const known = new Map<string, number>(chinese);
      for (const word of translations.split(' '))
        known.set(word, Math.max(settings.probability, known.get(word) ?? 0));
      all.set(key, { rarity, chinese: known });
    }
  }
  return all;
}
