import { remember } from './remember.ts';

/** Irregular forms, and those that the endings would cut in different places. */
const irregular: ReadonlyMap<string, string> = new Map(
  `bound:bind binded:bind found:find sent:send met:meet given:give taken:take got:get chosen:choose
  written:write lost:lose left:leave made:make kept:keep built:build known:know frozen:freeze
  froze:freeze began:begin shown:show used:use using:use`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Endings of inflections and of nouns made from verbs, in the order in which they are tried. */
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
 * The stem of an English word: what its inflections share. It need not be a word itself.
 *
 * It cuts little: state and statement, limit and list stay apart, as the tests demand.
 *
 * @param word Lower case. A number has no ending and stays as it is.
 * @example stem('modifications') === stem('modified') // both 'modify'
 */
export const stem = remember(cutEndings, 20_000);

function cutEndings(word: string): string {
  let rest = irregular.get(word) ?? word;
  for (const [ending, replacement] of endings) {
    const cut = rest.replace(ending, replacement);
    if (cut !== rest && cut.length >= 3 && /[aeiouy]/.test(cut)) rest = cut;
  }
  return rest;
}
