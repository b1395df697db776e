import { cpSync, lstatSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '../../list-files.ts';
import { InputError } from '../load/input-error.ts';
import { sourcesFolder } from '../load/list-sources.ts';

/**
 * Copies `content/` to another folder, where it may be changed: a link becomes a copy of its file, so that nothing is
 * written through it. Links among the sources stay, because ingest checks where they lead.
 *
 * @param root The project.
 * @param copy An empty folder.
 * @throws InputError for a link to a folder.
 */
export function copyContent(root: string, copy: string): void {
  cpSync(join(root, 'content'), join(copy, 'content'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const entry of walkFolder(join(root, 'content'))) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(root, '/').length).replaceAll('\\', '/');
    if (!entry.isSymbolicLink() || name.startsWith(`${sourcesFolder}/`)) continue;
    const target = realpathSync(path);
    if (!lstatSync(target).isFile())
      throw new InputError([
        `${name}:1: it is a link to a folder, and files of it are replaced. Put the folder itself there.`,
      ]);
    rmSync(join(copy, name));
    cpSync(target, join(copy, name));
  }
}
