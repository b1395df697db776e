import { type Dirent, existsSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '../../list-files.ts';

export const sourcesFolder = 'content/sources';

/**
 * Lists the files in `content/sources/`, and checks that they are files of this folder: a link may
 * lead to another file in it, but not out of the project, whose files would be published.
 *
 * @returns Paths from the root without those that start with a dot or that a stopped `npm run add` left, sorted; and a problem for each
 *   entry that cannot be read as a file.
 * @example listSources('.') // => { files: ['content/sources/apig/otc-2024-12.en.rst', …], problems: [] }
 */
export function listSources(root: string): { files: string[]; problems: string[] } {
  const folder = join(root, sourcesFolder);
  if (!existsSync(folder)) return { files: [], problems: [] };
  const files: string[] = [];
  const problems: string[] = [];
  try {
    const home = join(realpathSync(root), sourcesFolder);
    if (realpathSync(folder) !== home) {
      return { files, problems: [`${sourcesFolder}:1: ${refusal('is a link')}`] };
    }
    for (const entry of walkFolder(folder)) {
      const path = `${sourcesFolder}${join(entry.parentPath, entry.name).slice(folder.length)}`;
      const name = path.replaceAll('\\', '/');
      const problem = entry.isDirectory() ? undefined : checkEntry(entry, home);
      if (problem) problems.push(`${name}:1: ${problem}`);
      else if (!entry.isDirectory() && !/\/\.[^/]+$|\.staged$/.test(name)) files.push(name);
    }
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    problems.push(`${path}: it cannot be read (${code}). Fix its type or its permissions.`);
  }
  return { files: files.sort(), problems };
}

const refusal = (what: string) =>
  `it ${what}, and only files in ${sourcesFolder}/ are read. Copy the documents there.`;

function checkEntry(entry: Dirent, home: string): string | undefined {
  if (entry.isFile()) return undefined;
  if (!entry.isSymbolicLink()) return refusal('is not a file');
  try {
    const target = realpathSync(join(entry.parentPath, entry.name));
    const isInside = target.startsWith(join(home, '/'));
    return isInside && statSync(target).isFile() ? undefined : refusal('is a link to elsewhere');
  } catch {
    return refusal('is a link that leads nowhere');
  }
}
