import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { upstreamPath } from '../../src/model/upstream.ts';
import { askGit, readFilesAt } from '../git/read-git.ts';
import { findSourceFiles } from '../ingest/load/source-files.ts';
import { type ByteComparison, compareBytes } from './compare-bytes.ts';
import type { ClonedVariant } from './find-clones.ts';

/** What became of the comparison of one source file. */
export interface Verification {
  /** Path from the project's root. */
  file: string;
  /** The publisher's commit, in full. */
  commit: string | undefined;
  bytes: Buffer;
  result: ByteComparison['result'] | 'not-found';
  /** What the difference is, and what to do. */
  what: string;
}

/** Compares the source files of a document with the publisher's, at the recorded commit and path. */
export function verifySources(root: string, cloned: ClonedVariant): Verification[] {
  const { variant, folder, commit } = cloned;
  return findSourceFiles(root, variant).files.map((file): Verification => {
    const bytes = readFileSync(join(root, file));
    const failed = (what: string): Verification => ({
      file,
      commit,
      bytes,
      result: 'not-found',
      what,
    });
    if (commit === undefined)
      return failed(
        variant.commit === undefined
          ? `no commit is recorded. Add \`commit\` and \`path\` to ${variant.id} in content/catalogs.yaml.`
          : `the clone does not have the commit ${variant.commit}. Run \`git fetch --unshallow\` in it, or correct \`commit\`.`,
      );
    const path = upstreamPath(variant, file);
    const theirs = path === undefined ? undefined : readFilesAt(folder, commit, path).get(path);
    if (theirs === undefined) {
      const same = findSameBytes(folder, commit, bytes);
      const what = path === undefined ? 'no path is recorded' : `the commit has no ${path}`;
      return failed(
        same === undefined
          ? `${what}, and no file of the commit is the same. Correct \`commit\` or \`path\` of ${variant.id} in content/catalogs.yaml.`
          : `${what}. The same file is there as: \`path: ${same}\`. Set it in ${variant.id} in content/catalogs.yaml.`,
      );
    }
    return { file, commit, bytes, ...compareBytes(bytes, theirs) };
  });
}

/** Returns the path of the file of a commit that has these bytes, by git's own hash of them. */
function findSameBytes(folder: string, commit: string, bytes: Buffer): string | undefined {
  const hash = askGit(folder, 'rev-parse', '--show-object-format') === 'sha256' ? 'sha256' : 'sha1';
  const id = createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const files = askGit(folder, 'ls-tree', '-r', '-z', commit).split('\0');
  return files.find((line) => line.split(/[ \t]/)[2] === id)?.replace(/^[^\t]*\t/, '');
}
