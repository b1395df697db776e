/**
 * What a run of ingest started from and what it left, so that the next one can see that nothing has
 * changed without loading and running the stages. Uses nothing but Node itself, for a fast start.
 */
import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the run would print if it were run again, for people and as JSON. */
export interface Reports {
  text: string;
  json: string;
}

const stampFile = '.cache/ingest.json';
/** Every folder that ingest writes to lies below this one. */
const outputFolder = 'src/content';
const scripts = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The reports of the last run, if running again would change nothing: the documents, the curation
 * and the program are the same byte for byte, and the output has not been touched.
 *
 * @param root The project's root.
 */
export function readStamp(root: string): Reports | undefined {
  try {
    const stamp = JSON.parse(readFileSync(join(root, stampFile), 'utf8'));
    const same = stamp.output === digestOutput(root) && stamp.input === digestInput(root);
    return same ? stamp.reports : undefined;
  } catch {
    // No stamp, or a broken one, or folders that are not there: the stages will see.
    return undefined;
  }
}

/**
 * Leaves a stamp after a run without errors. Where it cannot be written, the next run is slower.
 *
 * @param input What `digestInput` gave before the stages read anything.
 */
export function writeStamp(root: string, input: string, reports: Reports): void {
  try {
    mkdirSync(dirname(join(root, stampFile)), { recursive: true });
    writeFileSync(
      join(root, stampFile),
      JSON.stringify({ input, output: digestOutput(root), reports }),
    );
  } catch {}
}

/** Documents, curation, program and the versions of what it uses, by content. */
export function digestInput(root: string): string {
  const hash = createHash('sha256').update(process.version);
  addFile(hash, 'package.json', join(dirname(scripts), 'package.json'));
  addFile(hash, 'ingest.ts', join(scripts, 'ingest.ts'));
  for (const folder of [join(scripts, 'ingest'), join(root, 'content')]) {
    for (const name of filesIn(folder)) addFile(hash, name, join(folder, name));
  }
  return hash.digest('hex');
}

function addFile(hash: Hash, name: string, path: string): void {
  const content = readFileSync(path);
  hash.update(`\0${name}\0${content.length}\0`).update(content);
}

/** The output by size and time of the last change: reading it all would take long. */
function digestOutput(root: string): string {
  const hash = createHash('sha256');
  const folder = join(root, outputFolder);
  for (const name of filesIn(folder)) {
    const { size, mtimeMs, ino } = statSync(join(folder, name));
    hash.update(`${name}\0${size}\0${mtimeMs}\0${ino}\0`);
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
