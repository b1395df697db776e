import { globSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** Unit tests need nothing but the sources; browser tests need the built site. */
export type Group = 'unit' | 'browser';

/**
 * Find the test files of a group: those under `<folder>/browser`, or all others wherever they
 * stand, so that a file in a new folder is never left out. Fixtures may hold test files as data.
 *
 * @param folder The folder of all tests.
 * @param words Keep only files with one of these in their path; with none, keep all.
 * @returns Absolute paths in a fixed order.
 * @example findTestFiles('tests', 'unit', ['serve']) // => ['/…/tests/scripts/serve/static-server.test.ts']
 */
export function findTestFiles(folder: string, group: Group, words: string[] = []): string[] {
  return globSync('**/*.test.ts', { cwd: folder })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.startsWith('fixtures/'))
    .filter((path) => path.startsWith('browser/') === (group === 'browser'))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .sort()
    .map((path) => resolve(folder, path));
}
