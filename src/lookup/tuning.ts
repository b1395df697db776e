/**
 * The tuned numbers of the lookup.
 *
 * `npm run bench:search` measures them with 155 queries and 221 pasted errors; the tests in
 * tests/src/lookup/ hold the result. Change one number at a time, and compare the share of right
 * first answers and of wrong answers that are called exact.
 */

/** Points for what speaks for a code or a case; only their order of magnitude matters. */
export const points = {
  /** The code is named. */
  named: { exact: 100, likely: 55, guess: 8 },
  /** A guess whose name is spelled as in its document. */
  spelledName: 24,
  /** It has the number of an unknown code, under nearly the same prefix. */
  near: 36,
  /** The text names its catalog or publisher. */
  catalog: 12,
  /** It is named in a field for codes. */
  inField: 6,
  /** A phrase of a document is in the text, by how certain it is that it was meant. */
  message: { sure: 50, fair: 24, weak: 14 },
  text: { sure: 40, fair: 20, weak: 14 },
  /** For each word of the phrase, up to `maxWords`. */
  perWord: 0.6,
  maxWords: 12,
  /** The text is similar to a phrase; times the similarity. */
  similar: 36,
  /** The HTTP status of the case is in the text; times the weight of the mention. */
  status: 10,
  /** The text is an HTTP status and nothing else. */
  bareStatus: 20,
};

/** Weight of a number as an HTTP status, by what is around it; see find-statuses.ts. */
export const statusWeights = {
  statusLine: 1,
  field: 0.95,
  named: 0.9,
  atLineStart: 0.8,
  afterError: 0.6,
  bare: 0.35,
  /** Factor for a status that only an earlier document gives. */
  earlier: 0.9,
};

/** Which codes are listed, how they are called, and when one of several cases is chosen. */
export const thresholds = {
  /** Least points of a guess, and least share of the points of the first result. */
  guess: 5,
  guessShare: 0.3,
  /** Points by which a case must be ahead of the others. */
  lead: 1.5,
  /** Words of a message that no other service is likely to send. */
  specificMessage: 5,
  /** Weight of a status that contradicts a case. */
  contradictingStatus: 0.8,
  /** A phrase that is nearly whole in the text, and the share of the text that it covers. */
  nearlyWhole: 0.9,
  covered: { long: 0.6, short: 0.75 },
  /** Least similarity that counts, and that is given as a reason. */
  similar: 0.25,
  reason: 0.3,
  /** Cases that may share a solution until it counts less. */
  rareSolution: 4,
  /** Similarity from which a message is a wording of the code that is named. */
  ownMessage: 0.5,
  ownInOrder: 0.6,
  /** First words that this many codes of a catalog share mark a name as a code. */
  sharedFirstWord: 5,
};

/** Lengths of phrases in words: a long one is rarely in a text by chance. */
export const phraseLengths = {
  long: 6,
  short: 3,
  /** A shorter one is a sentence of many services; seven Chinese characters are not. */
  shared: 3.5,
};

/** How a piece of a text is compared with the cases; see similarity.ts. */
export const similarityWeights = {
  /** A solution speaks of many things beside the error. */
  field: { message: 1, description: 1, code: 0.9, solution: 0.8 },
  /** Share of the piece that the case accounts for, and fit of its best phrase. */
  covered: 0.6,
  fit: 0.4,
  /** Cases for which the order of the words is compared. */
  compared: 6,
  /** Words of a window for each word of the phrase. */
  window: 1.4,
};

/** What a word counts. */
export const wordWeights = {
  /** By kind, next to a stem of the same rarity; a Chinese word has several pairs of characters. */
  kinds: { stem: 1, pair: 0.6, single: 0.2, concept: 0.8, function: 0.1 },
  /** Rarity from which a rarer word counts no more: the same at any number of cases. */
  rarest: 4.6,
  /** Rarity of a word that no document has, of such a pair of Chinese characters, of an id. */
  unknown: 3,
  unknownPair: 1,
  id: 0.2,
  /** Factor for a word that is known, but in no document. */
  notInDocuments: 0.3,
  /** Quality of another word for the same thing. */
  synonym: 0.7,
  /** Quality of a word that the text begins, and what each typo takes away. */
  prefix: 0.75,
  prefixShare: 0.2,
  typo: 0.15,
  /** Least share of the words of a piece that are nearly known, if none is known. */
  leastNear: 0.5,
  /** Weight of an unknown word when the lines of a long text are chosen. */
  unknownInLine: 0.01,
};

/**
 * Cases up to which all are prepared once; of a larger index those that are prepared for a text: with
 * one message, similar to one piece of it, and cases from which on no more pieces are read.
 */
export const chosen = { all: 2000, ofMessage: 40, ofPiece: 40, ofText: 200 };

/** Limits that keep the time linear in the length of the text; a log that repeats adds nothing. */
export const limits = {
  textLength: 2_000_000,
  /** Characters of a longer text that are read: at each end, of its middle, around a likely code. */
  longText: { end: 900_000, middle: 200_000, around: 1000 },
  fields: 2000,
  statuses: 4000,
  /** Mentions of one code, and occurrences of one phrase. */
  mentions: 12,
  occurrences: 8,
  unknownCodes: 20,
  /** Words that are compared with misspelt names. */
  strangeWords: 60,
  /** Pieces: message fields and lines, their words and characters, similar cases of each. */
  messageFields: 12,
  lines: 24,
  pieceWords: 80,
  pieceLength: 2000,
  similarCases: 30,
  /** Guesses among the results; lines listed of equal errors. */
  guesses: 8,
  incidentLines: 50,
  /** Characters of an error that a line names in words. */
  errorInWords: 120,
  /** Words in place of a placeholder. */
  filling: 6,
  /** Characters next to a phrase that has its line or field to itself. */
  besidePhrase: 40,
  /** Characters next to a phrase that is the whole text, but for an HTTP status. */
  onlyLength: 200,
  nearWords: 6,
};
