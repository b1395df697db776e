/** What is known about the translation of one English word. */
export interface Translations {
  /** How much the word tells: the logarithm of how many texts there are for each that has it. */
  rarity: number;
  /** Chinese words with the probability that a translator chose them, the most probable first. */
  chinese: ReadonlyMap<string, number>;
}

/** Translations by the key of the English word ({@link wordsOf}). */
export type Lexicon = ReadonlyMap<string, Translations>;

/**
 * Renders a lexicon for its file: a line a word with its rarity and its translations, the
 * probabilities in percent.
 *
 * @example renderLexicon(lexicon) // => 'token\t3.1\t令牌 82\t标识 7\n'
 */
export function renderLexicon(lexicon: Lexicon): string {
  const lines = [...lexicon].map(([word, { rarity, chinese }]) =>
    [
      word,
      rarity.toFixed(1),
      ...[...chinese].map(([target, share]) => `${target} ${Math.round(share * 100)}`),
    ].join('\t'),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * Reads what {@link renderLexicon} wrote.
 *
 * @param file Path for the error message.
 * @throws If a line has another form: the file was edited by hand.
 */
export function parseLexicon(text: string, file: string): Lexicon {
  const words = text.split('\n').slice(0, -1);
  return new Map(
    words.map((line, index) => {
      if (!/^[^\t]+\t\d+\.\d(\t[^\t ]+ \d+)*$/u.test(line)) {
        throw new Error(
          `${file}:${index + 1}: not a word, its rarity and translations. Run \`npm run lexicon\`.`,
        );
      }
      const [word = '', rarity, ...targets] = line.split('\t');
      const chinese = targets.map((target): [string, number] => {
        const [text = '', percent] = target.split(' ');
        return [text, Number(percent) / 100];
      });
      return [word, { rarity: Number(rarity), chinese: new Map(chinese) }];
    }),
  );
}
