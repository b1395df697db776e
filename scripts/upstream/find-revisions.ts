import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionsOf } from '../../src/model/format.ts';
import { upstreamPath } from '../../src/model/upstream.ts';
import { askGit, findCommit, readFilesAt } from '../git/read-git.ts';
import { extensionOf, findSourceFiles } from '../ingest/load/source-files.ts';
import { compareBytes } from './compare-bytes.ts';
import type { ClonedVariant } from './find-clones.ts';

/** What the publisher's repository has now of a document. */
export type UpstreamState =
  | { state: 'same' }
  /** Another text: the last commit that changed it, its date, and the files by their path. */
  | { state: 'newer'; commit: string; date: string; files: Map<string, Buffer> }
  /** The path is gone; `to` is its new name, if git recognises it. */
  | { state: 'gone'; to: string | undefined };

/**
 * Compares a document with the newest commit of the clone. Line ends do not count.
 *
 * @param cloned The current document of a lineage; the registry has its `path`.
 */
export function findRevision(root: string, cloned: ClonedVariant): UpstreamState {
  const { variant, folder } = cloned;
  const path = variant.path ?? '';
  const head = findCommit(folder, 'HEAD');
  const all = readFilesAt(folder, head, path);
  const files = all.has(path)
    ? all
    : new Map(
        [...all].filter(([name]) => extensionsOf[variant.format].includes(extensionOf(name))),
      );
  if (files.size === 0) return { state: 'gone', to: findNewName(cloned, head) };
  const ours = new Map(
    findSourceFiles(root, variant).files.map((file) => [
      upstreamPath(variant, file),
      readFileSync(join(root, file)),
    ]),
  );
  const isSame = ([name, theirs]: [string, Buffer]) => {
    const own = ours.get(name);
    return own && ['identical', 'line-ends'].includes(compareBytes(own, theirs).result);
  };
  if (ours.size === files.size && [...files].every(isSame)) return { state: 'same' };
  const last = askGit(folder, 'log', '-1', '--format=%H %cs', head, '--', path);
  const [commit = head, date = ''] = last.split(' ');
  return { state: 'newer', commit, date, files };
}

/** Returns the name that a file of the recorded commit has now. */
function findNewName({ variant, folder, commit }: ClonedVariant, head: string): string | undefined {
  if (commit === undefined) return undefined;
  const renamed = ['diff', '--name-status', '-z', '-M', '--diff-filter=R', commit, head];
  const parts = askGit(folder, ...renamed).split('\0');
  const at = parts.indexOf(variant.path ?? '');
  return at % 3 === 1 ? parts[at + 1] : undefined;
}
