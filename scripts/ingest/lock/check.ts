/** Source files that are not what was locked in content/sources.lock.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../../src/model/entry.ts';
import type { Catalog } from '../../../src/model/registry.ts';
import type { LastTexts } from '../load/last-texts.ts';
import { findSourceFiles } from '../load/source-files.ts';
import { digestOf, lockFile } from '../load/sources-lock.ts';
import { rowKey } from '../normalise/row-key.ts';
import type { CatalogResult } from '../write/index.ts';

/** Up to as many changed rows look like an edit by mistake, more like a new revision. */
const maxRowsOfAnEdit = 2;

/**
 * Reports source files of a catalog that were altered after they were locked, or after their rows were
 * recorded if their digest is lost.
 *
 * @param last The recorded texts of the catalog, by which the size of the change is measured.
 * @returns Problems as `file:line: what is wrong. What to do.`
 */
export function checkAltered(
  root: string,
  { catalog, codes, variants }: CatalogResult,
  lock: ReadonlyMap<string, string>,
  last: LastTexts,
): string[] {
  return variants.flatMap(({ id, files }) =>
    files.flatMap(({ path }) => {
      const locked = lock.get(path);
      const bytes = readIfPossible(join(root, path));
      if (bytes === undefined || locked === digestOf(bytes)) return [];
      const isOurs = (entry: Entry) => entry.variant === id && entry.place.file === path;
      const now = codes
        .flatMap(({ cases }) => cases.flatMap(({ entries }) => entries))
        .filter(isOurs);
      const rows = Object.values(last.codes).flatMap((cases) => Object.values(cases).flat());
      const before = rows.filter(isOurs).map(keyOf);
      const known = new Set(before);
      const changed = now.filter((row) => known.size > 0 && !known.has(keyOf(row)));
      const [line = 1] = changed.map(({ place }) => place.line).sort((a, b) => a - b);
      if (locked === undefined && lock.size === 0) return [];
      if (locked === undefined) {
        const isAsRecorded = before.length === 0 || countDifferent(now.map(keyOf), before) === 0;
        return isAsRecorded
          ? []
          : [
              describeLost(
                `${path}:${line}`,
                `${catalog.id} ${id}`,
                path,
                describeRows(now.map(keyOf), before),
              ),
            ];
      }
      const what = describeLineEnds(bytes, locked) ?? describeRows(now.map(keyOf), before);
      return [
        `${path}:${line}: the document ${catalog.id} ${id} is not what was locked: ${what}. If it is a new revision, copy it to another folder before you restore the old one, and run \`npm run add -- COPY --catalog ${catalog.id} --revision DATE --licence same\`. To restore it: \`git checkout -- ${quote(path)}\` (\`git checkout HEAD~1 -- ${quote(path)}\` if the change is committed). Only if the locked file was wrong: \`npm run lock -- ${quote(path)}\`.`,
      ];
    }),
  );
}

/** Describes source files without a digest, and digests of files that no variant uses now. */
export function describeUnlocked(
  root: string,
  registry: readonly Catalog[],
  lock: ReadonlyMap<string, string>,
): string[] {
  const used = new Set(listSourcePaths(root, registry));
  const advice = 'Run `npm run lock`, and commit content/sources.lock.json.';
  return [
    ...[...used]
      .filter((path) => !lock.has(path))
      .map((path) => `${path}:1: the document is not locked yet. ${advice}`),
    // The first line is about the file, and each digest has a line of its own.
    ...[...lock.keys()].flatMap((path, at) =>
      used.has(path) ? [] : [`${lockFile}:${at + 2}: no document uses ${path} now. ${advice}`],
    ),
  ];
}

/** Lists the files of all documents; a bilingual file once. */
export function listSourcePaths(root: string, registry: readonly Catalog[]): string[] {
  const variants = registry.flatMap((catalog) => catalog.variants);
  return [...new Set(variants.flatMap((variant) => findSourceFiles(root, variant).files))];
}

function describeLineEnds(bytes: Uint8Array, locked: string): string | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  const unix = text.replaceAll('\r\n', '\n');
  return [unix, unix.replaceAll('\n', '\r\n')].some(
    (other) => digestOf(Buffer.from(other, 'latin1')) === locked,
  )
    ? 'its line ends were converted, by git or an editor. `.gitattributes` needs the line `content/sources/** -text`'
    : undefined;
}

/** Describes the size of a change by the rows before and after it. */
function describeRows(now: string[], before: string[]): string {
  if (before.length === 0) return 'its bytes changed, and none of its rows were recorded before';
  const differing = countDifferent(now, before);
  if (differing === 0) return 'text outside its rows, or white space, changed';
  const count = `${differing} of ${before.length} rows changed`;
  const isEdit = differing <= maxRowsOfAnEdit;
  return `${count}, which looks like ${isEdit ? 'an edit by mistake' : 'a new revision'}`;
}

function countDifferent(now: string[], before: string[]): number {
  const added = new Set(now).difference(new Set(before)).size;
  const gone = new Set(before).difference(new Set(now)).size;
  return Math.max(added, gone);
}

/** A document whose rows are recorded was locked before. */
const describeLost = (place: string, document: string, path: string, what: string) =>
  `${place}: the document ${document} has no digest in ${lockFile}, and it is not what was recorded: ${what}. To restore the lock: \`git checkout -- ${lockFile}\`. Only if the file was changed on purpose: \`npm run lock -- ${quote(path)}\`.`;

const keyOf = (entry: Entry) => `${entry.code} ${rowKey(entry)}`;

/** Quotes a path for a shell if it needs it. */
const quote = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path}'`);

/** Undefined for a file that cannot be read: the reader of documents has reported it. */
function readIfPossible(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
