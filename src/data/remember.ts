/**
 * Remembers the answers to a question about the data, so that a build asks it once instead of on
 * every page. `astro dev` asks each time, because there the data changes.
 *
 * @param answer The question; what it returns is shared by all pages, so nobody may change it.
 * @example const codesOf = remember(async (catalog: string) => …)
 */
export function remember<Args extends [] | [string], Answer>(
  answer: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  const answers = new Map<string | undefined, Promise<Answer>>();
  return (...args) => {
    const known = answers.get(args[0]);
    if (known && import.meta.env.PROD) return known;
    const fresh = answer(...args);
    answers.set(args[0], fresh);
    return fresh;
  };
}
