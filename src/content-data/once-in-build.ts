/**
 * Ask the data once a build for each key. Every page asks for the navigation's figures, and reading
 * a collection takes time with its size; in development the data changes, so it is asked anew.
 *
 * @example const comparisonsOf = onceInBuild((catalog) => readComparisons(catalog))
 */
export function onceInBuild<Answer>(
  ask: (key: string) => Promise<Answer>,
): (key: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (key) => {
    if (!import.meta.env.PROD) return ask(key);
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}
