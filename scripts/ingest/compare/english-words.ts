/** The closed classes of English words, and a stemmer small enough to read. */

/**
 * Words that only hold a sentence together. Words that narrow what is said (only, all, must,
 * before, without, not) are not among them.
 */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those its it their they them his her our your you we i he she
  there here of to in on at by for from with into onto upon over about as per than via within during
  and or but so then if whether when where which who whom whose what how while because since
  is are was were be been being am do does did done has have had having
  can could will would shall should may might also such both either each any some one one's
  s etc eg ie`.split(/\s+/),
);

/** Words that deny. They count as one word, so that "was not loaded" is "failed to load". */
export const negations: ReadonlySet<string> = new Set(
  'not no fail unable never neither nor none cannot failure'.split(' '),
);

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bound: 'bind',
    binded: 'bind',
    found: 'find',
    sent: 'send',
    met: 'meet',
    given: 'give',
    taken: 'take',
    got: 'get',
    chosen: 'choose',
    written: 'write',
    lost: 'lose',
    left: 'leave',
    made: 'make',
    kept: 'keep',
    built: 'build',
    known: 'know',
    frozen: 'freeze',
    froze: 'freeze',
    began: 'begin',
    shown: 'show',
    used: 'use',
    using: 'use',
  }),
);

/** Endings that inflect or turn a verb into its noun, in the order in which they are tried. */
const endings: readonly [RegExp, string][] = [
  [/'s$/, ''],
  [/ification(s?)$/, 'ify'],
  [/(sh|ss|ch|x|zz)es$/, '$1'],
  [/ies$/, 'y'],
  [/ied$/, 'y'],
  [/([^su])s$/, '$1'],
  [/(at|et|it|ot|pt|ct|ss|ut|rt|nt)ion$/, '$1'],
  [/([bdgmnprt])\1(ing|ed)$/, '$1'],
  [/(?<!e)(ing|ed)$/, ''],
  [/(at|ut|it)$/, ''],
  [/(ate|ute|ite|e)$/, ''],
];

/**
 * Cut a word down to what its inflections share. It need not be a word, only the same for all.
 *
 * @param word Lower case.
 * @example stem('modifications') === stem('modified') // 'modify' for both
 */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return stemRegular(known);
  return stemRegular(word);
}

function stemRegular(word: string): string {
  let rest = word;
  for (const [ending, replacement] of endings) {
    const cut = rest.replace(ending, replacement);
    if (cut !== rest && cut.length >= 3 && /[aeiouy]/.test(cut)) rest = cut;
  }
  return rest;
}
