import { hash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { digestLength } from '../worker/file-list.ts';
import { scriptMarks } from '../worker/script-marks.ts';
import type { CatalogNames } from './group-files.ts';
import { listFiles } from './list-files.ts';

/** Bytes that are fetched without asking the reader, compressed. */
export const defaultLimit = 10_000_000;

/**
 * Write the service worker of a finished site, `sw.js`, and the list of the files that it stores.
 * The list has the version in its name: a worker never reads the list of another build.
 *
 * @param folder The built site; nothing in it may change afterwards.
 */
export async function writeWorker(
  folder: string,
  base: string,
  catalogs: CatalogNames[],
  limit = defaultLimit,
): Promise<{ version: string; files: number; bytes: number; partial: boolean }> {
  const list = listFiles(folder, catalogs, limit);
  const json = `${JSON.stringify(list)}\n`;
  const version = hash('sha256', json, 'base64url').slice(0, digestLength);
  mkdirSync(join(folder, 'offline'), { recursive: true });
  writeFileSync(join(folder, 'offline', `files-${version}.json`), json);
  const partial = list.groups.some(({ always, id }) => !always && id !== 'data');
  await bundle('worker', folder, { BUILD: JSON.stringify({ version, base, partial }) });
  // For browsers that were given something else as sw.js: src/offline/page/register-worker.ts.
  copyFileSync(join(folder, 'sw.js'), join(folder, `sw-${version}.js`));
  const stored = list.groups.filter(({ always }) => always);
  return {
    version,
    files: stored.reduce((sum, { files }) => sum + files.length, 0),
    bytes: stored.reduce((sum, { bytes }) => sum + bytes, 0),
    partial,
  };
}

/** Write the worker that removes the stored files of an earlier build. */
export async function writeWorkerOff(folder: string): Promise<void> {
  await bundle('worker-off', folder, {});
}

async function bundle(name: string, folder: string, define: Record<string, string>) {
  await build({
    entryPoints: [fileURLToPath(new URL(`../worker/${name}.ts`, import.meta.url))],
    outfile: join(folder, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define,
    banner: { js: scriptMarks.start },
    footer: { js: scriptMarks.end },
    logLevel: 'warning',
  });
}
