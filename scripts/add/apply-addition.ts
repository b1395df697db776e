/** Adds a document to content/: all of it or nothing. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listIgnored } from '../git/read-git.ts';
import { permalinkDecisionsFile } from '../ingest/load/curation.ts';
import { InputError } from '../ingest/load/input-error.ts';
import { sourcesFolder } from '../ingest/load/list-sources.ts';
import { registryFile } from '../ingest/load/registry.ts';
import { recordLock } from '../ingest/lock/record.ts';
import { recordPermalinks } from '../ingest/permalinks/record-permalinks.ts';
import type { Ingested } from '../ingest/pipeline.ts';
import { copyContent } from '../ingest/write/copy-content.ts';
import { replaceFiles } from '../ingest/write/replace-files.ts';
import { listFiles } from '../list-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { withoutReturned } from './edit-decisions.ts';
import { type Addition, editRegistry } from './edit-registry.ts';
import type { NewDocument } from './read-document.ts';

/** What adding a document made of `content/`. */
export interface Added {
  ingested: Ingested;
  /** Files of `content/` that are new or changed. */
  files: string[];
}

/**
 * Adds a document to a copy of `content/`: copies its files, registers, locks, ingests and records it.
 * If all of that succeeds, the files that changed are written to `content/`.
 *
 * @param isDryRun Writes nothing to `content/`.
 * @throws InputError if a file would be overwritten, a file that would be written was changed
 *   meanwhile, or the copy cannot be ingested.
 */
export function applyAddition(
  root: string,
  document: NewDocument,
  addition: Addition,
  isDryRun: boolean,
): Added {
  using folder = temporaryFolder('add');
  const copy = folder.path;
  copyContent(root, copy);
  const before = readContent(copy);
  for (const { from, name } of document.files) {
    const { source } = addition.variant;
    const path = document.folder !== undefined ? `${source}/${name}` : source;
    if (existsSync(join(copy, path)))
      throw new InputError([`${path}:1: there is such a document already. Choose another --id.`]);
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(from, join(copy, path));
  }
  const registry = join(copy, registryFile);
  const text = existsSync(registry) ? readFileSync(registry, 'utf8') : '[]\n';
  writeFileSync(registry, editRegistry(text, addition));
  const decisions = join(copy, permalinkDecisionsFile);
  if (existsSync(decisions)) {
    const codes = new Set(document.entries.map(({ code }) => code));
    const decided = readFileSync(decisions, 'utf8');
    writeFileSync(decisions, withoutReturned(decided, addition.catalog, codes));
  }
  recordLock(copy);
  const { ingested } = recordPermalinks(copy);
  const changed = new Map(
    [...readContent(copy)].filter(([path, content]) => !before.get(path)?.equals(content)),
  );
  refuseIgnored(root, [...changed.keys()]);
  if (isDryRun) return { ingested, files: [...changed.keys()] };
  const now = readContent(root);
  const problems = [...changed.keys()].flatMap((path) =>
    now.has(path) === before.has(path) && (now.get(path)?.equals(before.get(path) ?? none) ?? true)
      ? []
      : `${path}:1: the file was changed while the document was read. Run the command again.`,
  );
  if (problems.length > 0) throw new InputError(problems);
  // Documents first: a stop in between leaves a document that nothing names, not a name of none.
  const isSource = ([path]: [string, Buffer]) => path.startsWith(`${sourcesFolder}/`);
  const inOrder = [...changed].sort((a, b) => Number(isSource(b)) - Number(isSource(a)));
  replaceFiles(new Map(inOrder.map(([path, content]) => [join(root, path), content])));
  return { ingested, files: [...changed.keys()] };
}

/** Refuses files that git would leave out of every commit, unless it leaves out the whole project. */
function refuseIgnored(root: string, paths: readonly string[]): void {
  const ignored = listIgnored(root, paths);
  if (ignored.length === 0 || ignored.includes(registryFile)) return;
  throw new InputError(
    ignored.map(
      (path) =>
        `${path}:1: git ignores this file, so no commit would have it. Rename it or its folder, or change the ignore file (\`git check-ignore -v ${path}\` names the line).`,
    ),
  );
}

const none = Buffer.alloc(0);

/** Reads the files of `content/`: path from the root → bytes. */
function readContent(root: string): Map<string, Buffer> {
  const paths = listFiles(join(root, 'content')).map((name) => `content/${name}`);
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]));
}
