/** A rule without rules in it. */
const rule = /([^{}]+)\{[^{}]*\}/g;
const commaOutside = /,(?![^(]*\))/;
/** Arguments of these may be absent from the file. */
const choices = /:(?:not|is|where|has)\([^)]*\)/g;

/**
 * Returns a style sheet without the selectors that name a class or an id which is in no page.
 *
 * @param names All words of the pages and their scripts.
 * @example pruneStyle('.a,.b{top:0}.b{left:0}', new Set(['a'])) // => '.a{top:0}'
 */
export function pruneStyle(css: string, names: ReadonlySet<string>): string {
  const isUsed = (selector: string) =>
    [...selector.replace(choices, '').matchAll(/[.#]([a-z][\w-]*)/gi)].every(([, name = '']) =>
      names.has(name),
    );
  return css.replace(rule, (whole, selectors: string) => {
    // Steps of an animation, what is between rules, and what these patterns do not read.
    if (/[@;\\]|\([^)]*\(|^\s*(?:from|to|[\d.]+%)/.test(selectors)) return whole;
    const used = selectors.split(commaOutside).filter(isUsed);
    return used.length === 0 ? '' : used.join(',') + whole.slice(selectors.length);
  });
}
