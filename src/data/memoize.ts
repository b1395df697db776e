import { existsSync, readdirSync, statSync } from 'node:fs';

/**
 * Returns the same query, which is run only once for each argument, in `astro dev` once after each
 * change of the data.
 *
 * @param query Its result is shared by all pages, so nobody may change it.
 * @example const codesOf = memoize(async (catalog: string) => …)
 */
export function memoize<Args extends [] | [string], Result>(
  query: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  const results = new Map<string | undefined, Promise<Result>>();
  let state = '';
  return (...args) => {
    const now = import.meta.env.PROD ? '' : stateOfData();
    if (now !== state) results.clear();
    state = now;
    const known = results.get(args[0]);
    if (known) return known;
    const result = query(...args);
    results.set(args[0], result);
    return result;
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
