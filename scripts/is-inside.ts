import { isAbsolute, relative, sep } from 'node:path';

/**
 * Returns whether a path is a folder or lies in it; links are not followed.
 *
 * @param path Absolute, as is the folder. On Windows the two may be on different drives.
 * @example isInside('/a/b', '/a') // => true
 */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
