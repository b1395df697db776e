import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists the files below a folder, with those in its folders.
 *
 * @returns Paths from the folder with `/`, sorted.
 * @example listFiles('content') // => ['catalogs.yaml', 'curation/acknowledged.yaml', …]
 */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
