import { globSync, type Stats, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { extensionsOf } from '../../../src/model/format.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { listFiles } from '../../list-files.ts';

/** The files of one document. */
export interface SourceFiles {
  /** Paths from the root, in natural order: `error-9.md` before `error-10.md`. */
  files: string[];
  /** Files of a folder whose extension is not one of the variant's format. */
  ignored: string[];
}

/**
 * Returns the files that a variant's `source` names: a file, a folder with all below it, or a glob.
 *
 * In a folder only files of the variant's format are read, because documentation folders also hold
 * images and licences. A glob names its files itself, so all of them are read.
 *
 * @returns No files if the source does not exist or matches nothing.
 */
export function findSourceFiles(
  root: string,
  { source, format }: Pick<Variant, 'source' | 'format'>,
): SourceFiles {
  const path = join(root, source);
  if (isFile(path)) return { files: [source], ignored: [] };
  if (isFolder(path)) {
    const files = listFiles(path).map((name) => posix.join(source, name));
    const own = sortFiles(root, files);
    const isRead = (file: string) => extensionsOf[format].includes(extensionOf(file));
    return { files: own.filter(isRead), ignored: own.filter((file) => !isRead(file)) };
  }
  const matches = /[*?[{]/.test(source) ? globSync(source, { cwd: root }) : [];
  return {
    files: sortFiles(
      root,
      matches.map((file) => file.replaceAll('\\', '/')),
    ),
    ignored: [],
  };
}

/** Returns the extension of a path in lower case, without the point. */
export function extensionOf(file: string): string {
  return posix.extname(file).slice(1).toLowerCase();
}

const isFile = (path: string) => statsOf(path)?.isFile() ?? false;
const isFolder = (path: string) => statsOf(path)?.isDirectory() ?? false;

/** What is known of a path; undefined if it leads nowhere. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function sortFiles(root: string, paths: string[]): string[] {
  return paths
    .filter((path) => !/\/\.[^/]+(\/|$)/.test(path) && isFile(join(root, path)))
    .sort(compareNaturally);
}

/** Numbers by value, other text by code point; equal ones by code point. */
function compareNaturally(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => path.match(/\d+|\D+/g) ?? []);
  for (const [index, part] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    const numbers = Number(part) - Number(other);
    if (!Number.isNaN(numbers) && numbers !== 0) return numbers;
    if (Number.isNaN(numbers) && part !== other) return part < other ? -1 : 1;
  }
  if (left?.length !== right?.length) return -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Returns the page name of each file of a document: its path below the folder that all have in
 * common, as part of an address.
 *
 * @returns undefined for the file of a document that has only one.
 * @example pageNames(['a/x/E 1.md', 'a/x/E 2.md']) // E 1.md → 'e-1', E 2.md → 'e-2'
 */
export function pageNames(files: readonly string[]): Map<string, string | undefined> {
  if (files.length <= 1) return new Map(files.map((file) => [file, undefined]));
  const folders = files.map((file) => file.split('/').slice(0, -1));
  const shared = (folders[0] ?? []).findIndex((name, index) =>
    folders.some((folder) => folder[index] !== name),
  );
  const depth = shared === -1 ? (folders[0]?.length ?? 0) : shared;
  const taken = new Set<string>();
  return new Map(
    files.map((file) => {
      const path = file
        .split('/')
        .slice(depth)
        .join('/')
        .replace(/\.[^./]+$/, '');
      const name =
        path
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '-')
          .replace(/^-|-$/g, '') || 'file';
      let unique = name;
      for (let count = 2; taken.has(unique); count += 1) unique = `${name}-${count}`;
      taken.add(unique);
      return [file, unique];
    }),
  );
}
