/** How well a lexicon tells the translation of a text from other texts of the same document. */
import { learnLexicon, type TextPair } from '../ingest/lexicon/learn-lexicon.ts';
import type { Lexicon } from '../ingest/lexicon/lexicon.ts';
import { scoreWords } from '../ingest/lexicon/score-translation.ts';
import { wordsOf } from '../ingest/lexicon/words.ts';
import type { FolderPairs } from './read-corpus.ts';

/** The result for the pairs of one folder. */
export interface FolderResult {
  folder: string;
  /** English texts that were tried. */
  tried: number;
  /** How many of them ranked their translation first, by the lexicon of the other vendors … */
  others: number;
  /** … with what the other half of the folder's pairs adds … */
  withOwn: number;
  /** … and by equal words only. */
  literal: number;
}

/** A translation competes with so many other texts. */
const rivals = 9;

/**
 * Ranks for each English text its translation among nine other Chinese texts of the folder. The
 * lexicon is learned from folders that have no owner in common with it.
 */
export function measureLexicon(folders: readonly FolderPairs[]): FolderResult[] {
  return folders.flatMap(({ folder, owners, pairs }) => {
    const learned = folders
      .filter((other) => !other.owners.some((owner) => owners.includes(owner)))
      .flatMap((other) => other.pairs);
    const others = learnLexicon(learned);
    const halves = [0, 1].map((half) =>
      learnLexicon(
        pairs.filter((_, index) => index % 2 !== half),
        others,
      ),
    );
    const result = { folder, tried: 0, others: 0, withOwn: 0, literal: 0 };
    for (const [index, pair] of pairs.entries()) {
      const wrong = chooseRivals(pair, index, pairs);
      if (wrong.length < rivals) continue;
      result.tried += 1;
      result.others += Number(ranksFirst(pair, wrong, others));
      result.withOwn += Number(ranksFirst(pair, wrong, halves[index % 2] ?? others));
      result.literal += Number(ranksFirst(pair, wrong, new Map()));
    }
    return result.tried === 0 ? [] : [result];
  });
}

/** Other Chinese texts, spread over the folder, none of which translates the same English text. */
function chooseRivals([english]: TextPair, index: number, pairs: readonly TextPair[]): string[] {
  const right = new Set(pairs.filter(([text]) => text === english).map(([, chinese]) => chinese));
  const wrong = [...new Set(pairs.map(([, chinese]) => chinese))].filter(
    (text) => !right.has(text),
  );
  const step = Math.floor(wrong.length / rivals);
  if (step === 0) return [];
  return Array.from(
    { length: rivals },
    (_, rival) => wrong[(index + rival * step) % wrong.length] as string,
  );
}

function ranksFirst([english, right]: TextPair, wrong: string[], lexicon: Lexicon): boolean {
  const words = wordsOf(english);
  const scoreOf = (text: string) => scoreWords(words, wordsOf(text), lexicon).score;
  const score = scoreOf(right);
  return wrong.every((text) => scoreOf(text) < score);
}
