import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { digestLength } from '../worker/file-list.ts';
import type { CatalogNames } from './group-files.ts';
import { listFiles } from './list-files.ts';

/** Ten megabytes to fetch: what a reader is given unasked. */
export const defaultLimit = 10_000_000;

const worker = (name: string) => fileURLToPath(new URL(`../worker/${name}.ts`, import.meta.url));

/**
 * Write the service worker of a finished site, `sw.js`, and the list of files that it keeps. The
 * list has the version in its name: a worker never reads the list of another build.
 *
 * @param folder The built site; nothing in it may change afterwards.
 * @param base Path of the site, with a slash at both ends.
 * @param limit The most bytes to fetch unasked, compressed.
 * @returns What is kept, for a line in the log.
 */
export async function writeWorker(
  folder: string,
  base: string,
  catalogs: CatalogNames[],
  limit = defaultLimit,
): Promise<{ version: string; files: number; bytes: number; partial: boolean }> {
  const list = listFiles(folder, catalogs, limit);
  const json = `${JSON.stringify(list)}\n`;
  const version = createHash('sha256').update(json).digest('base64url').slice(0, digestLength);
  mkdirSync(join(folder, 'offline'), { recursive: true });
  writeFileSync(join(folder, 'offline', `files-${version}.json`), json);
  const kept = list.groups.filter(({ always }) => always);
  const partial = list.groups.some(({ always, id }) => !always && id !== 'data');
  await bundle('worker', folder, { BUILD: JSON.stringify({ version, base, partial }) });
  const sum = (number: (group: (typeof kept)[number]) => number) =>
    kept.reduce((all, group) => all + number(group), 0);
  return {
    version,
    files: sum(({ files }) => files.length),
    bytes: sum(({ bytes }) => bytes),
    partial,
  };
}

/** Write the worker that takes an earlier one away. */
export async function writeWorkerOff(folder: string): Promise<void> {
  await bundle('worker-off', folder, {});
}

async function bundle(name: string, folder: string, define: Record<string, string>) {
  await build({
    entryPoints: [worker(name)],
    outfile: join(folder, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define,
    logLevel: 'warning',
  });
}
