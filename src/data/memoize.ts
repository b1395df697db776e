/**
 * Returns the same query, which a build runs only once for each argument. `astro dev` runs it every
 * time, because the data changes there.
 *
 * @param query Its result is shared by all pages, so nobody may change it.
 * @example const codesOf = memoize(async (catalog: string) => …)
 */
export function memoize<Args extends [] | [string], Result>(
  query: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  const results = new Map<string | undefined, Promise<Result>>();
  return (...args) => {
    const known = results.get(args[0]);
    if (known && import.meta.env.PROD) return known;
    const result = query(...args);
    results.set(args[0], result);
    return result;
  };
}
