import { existsSync, readdirSync, statSync } from 'node:fs';

/**
 * Returns the same query, which is run only once for each argument, in `astro dev` once after each
 * change of the data.
 *
 * @param query Its result is shared by all pages, so nobody may change it.
 * @example const codesOf = memoize((catalog: string) => …)
 */
export function memoize<Args extends [] | [string], Result>(
  query: (...args: Args) => Result,
): (...args: Args) => Result {
  const results = new Map<string | undefined, Result>();
  let state = '';
  return (...args) => {
    const now = import.meta.env.PROD ? '' : stateOfData();
    if (now !== state) results.clear();
    state = now;
    if (!results.has(args[0])) results.set(args[0], query(...args));
    return results.get(args[0]) as Result;
  };
}

const dataFolders = ['codes', 'variants', 'comparisons', 'worklists'].map(
  (name) => `src/content/${name}`,
);

/** Changes when ingest writes: it replaces files, which changes the time of their folder. */
const stateOfData = (): string =>
  dataFolders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [
      folder,
      ...readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${folder}/${name}`),
    ])
    .map((folder) => statSync(folder).mtimeMs)
    .join();
