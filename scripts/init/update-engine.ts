import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from '../ingest/load/input-error.ts';
import { readJsonRecord } from '../ingest/load/json-record.ts';
import { digestOf } from '../ingest/load/sources-lock.ts';
import { replaceFiles } from '../ingest/write/replace-files.ts';
import { isInside } from '../is-inside.ts';
import { readEngine } from './read-engine.ts';

/** Names the files that came from the engine, with their SHA-256. */
export const engineFile = 'engine.json';

/**
 * Writes the files of the engine into a project, and removes those that the engine has no longer.
 * Other files of the project are not touched.
 *
 * @param engine The root of the engine.
 * @param project The root of the project.
 * @throws InputError if a file of the engine was changed in the project; nothing is written then.
 */
export function updateEngine(
  engine: string,
  project: string,
): { changed: string[]; removed: string[] } {
  const files = readEngine(engine, project);
  const merge = 'Run `npm run init` of the engine again to write it.';
  const schema = z.record(z.string(), z.string());
  const known = readJsonRecord(project, engineFile, schema, 'upgrades need it', merge) ?? {};
  const foreign = Object.keys(known).find(
    (path) => !isInside(resolve(project, path), resolve(project)) || /^content\//.test(path),
  );
  if (foreign !== undefined)
    throw new InputError([
      `${engineFile}:1: the file is damaged (${foreign} is not the engine's). Restore it from git.`,
    ]);
  const digestIn = (path: string) =>
    existsSync(join(project, path)) ? digestOf(readFileSync(join(project, path))) : undefined;
  const digests = new Map([...files].map(([path, bytes]) => [path, digestOf(bytes)]));
  const stale = Object.keys(known).filter((path) => !files.has(path) && digestIn(path));
  const changed = [...files.keys()].filter((path) => digestIn(path) !== digests.get(path));
  const problems = [...changed, ...stale].flatMap((path) => {
    const current = digestIn(path);
    if (current === undefined || current === known[path]) return [];
    return `${path}:1: the file is the engine's, and was changed in the project. Restore it, and make the change in the engine.`;
  });
  if (problems.length > 0) throw new InputError(problems);
  const record = `${JSON.stringify(Object.fromEntries(digests), null, 1)}\n`;
  const contents = changed.map((path): [string, string | Uint8Array] => [
    join(project, path),
    files.get(path) ?? '',
  ]);
  replaceFiles(new Map([...contents, [join(project, engineFile), record]]));
  for (const path of stale) rmSync(join(project, path));
  return { changed, removed: stale };
}
