/** A build that is stopped or fails at any moment leaves one complete site. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { replaceSite, restoreSite, stagingOf } from '../../../scripts/build/replace-site.ts';
import { markerFile } from '../../../scripts/build/site-marker.ts';
import { temporaryFolder } from '../../support/content.ts';
import { filesOf } from '../../support/project.ts';
import { mountSmallDisk } from '../../support/small-disk.ts';

const root = temporaryFolder('replace-site');

/** Builds a site of 21 files that all hold the same word, padded to a size in bytes. */
const build = (target: string, word: string, bytes = 0, onFile = (_index: number) => {}) =>
  replaceSite(target, async (folder) => {
    mkdirSync(folder, { recursive: true });
    for (let index = 0; index < 20; index++) {
      writeFileSync(join(folder, `${index}.html`), word.padEnd(bytes, '.'));
      onFile(index);
    }
    writeFileSync(join(folder, 'index.html'), word.padEnd(bytes, '.'));
  });

/** The word that all files of a site hold; fails if the site is not complete. */
function wordOf(target: string): string | undefined {
  const files = [...filesOf(target)].filter(([name]) => name !== markerFile);
  const words = files.map(([, text]) => String(text).replace(/\.*$/, ''));
  assert.equal(words.length, 21);
  assert.equal(new Set(words).size, 1);
  return words[0];
}

/** What builds left beside a target, and in the project, where those outside it are built. */
const leftovers = (target: string) => [
  ...readdirSync(dirname(target)).filter(
    (name) => name !== basename(target) && name.startsWith(basename(target)),
  ),
  ...readdirSync('.cache').filter((name) => name.startsWith('site.')),
];

for (const file of [0, 10, 19]) {
  test(`a build that is killed after file ${file} leaves the old site`, async () => {
    const target = join(root, `killed-${file}`);
    await build(target, 'old');
    const script = `
      const { mkdirSync, writeFileSync } = require('node:fs');
      import(${JSON.stringify(new URL('../../../scripts/build/replace-site.ts', import.meta.url))})
        .then(({ replaceSite }) => replaceSite(process.argv[1], async (folder) => {
          mkdirSync(folder);
          for (let index = 0; index <= ${file}; index++) writeFileSync(folder + '/' + index, 'new');
          console.log('written');
          await new Promise(() => setInterval(() => {}, 1000));
        }));`;
    const child = spawn(process.execPath, ['-e', script, target]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.equal(wordOf(target), 'old');
    assert.equal(leftovers(target).length, 1);
    await build(target, 'new');
    assert.equal(wordOf(target), 'new');
    assert.deepEqual(leftovers(target), []);
  });
}

test('a build that was killed between the two renames is restored', async () => {
  const target = join(root, 'half');
  await build(target, 'old');
  renameSync(target, `${target}.previous-build`);
  assert.equal(restoreSite(target), true);
  assert.equal(wordOf(target), 'old');
  assert.equal(restoreSite(target), false);
  renameSync(target, `${target}.previous-build`);
  await build(target, 'new');
  assert.equal(wordOf(target), 'new');
  assert.deepEqual(leftovers(target), []);
});

test('a build that was killed after the second rename leaves the new site', async () => {
  const target = join(root, 'renamed');
  await build(target, 'new');
  cpSync(target, `${target}.previous-build`, { recursive: true });
  assert.equal(restoreSite(target), false);
  await build(target, 'newer');
  assert.equal(wordOf(target), 'newer');
  assert.deepEqual(leftovers(target), []);
});

test('a build that fails or is not complete leaves the old site', async () => {
  const target = join(root, 'failed');
  await build(target, 'old');
  const fail = () => {
    throw new Error('broken');
  };
  await assert.rejects(build(target, 'new', 0, fail), /broken/);
  await assert.rejects(
    replaceSite(target, async () => {}),
    /has no index\.html/,
  );
  assert.equal(wordOf(target), 'old');
  assert.deepEqual(leftovers(target), []);
});

test('a build leaves the staging folder of another one that still runs', async () => {
  const target = join(root, 'parallel');
  mkdirSync(stagingOf(target, process.ppid));
  await build(target, 'new');
  assert.ok(existsSync(stagingOf(target, process.ppid)));
});

test('a build on a full disk leaves the old site, and works when there is space', async (t) => {
  const disk = mountSmallDisk(t, '1m');
  if (disk === undefined) return;
  const target = join(disk, 'dist');
  await build(target, 'old');
  await assert.rejects(build(target, 'new', 100_000), { code: 'ENOSPC' });
  assert.equal(wordOf(target), 'old');
  assert.deepEqual(leftovers(target), []);
  await build(target, 'new');
  assert.equal(wordOf(target), 'new');
});

test('a build on a read-only disk leaves the old site', async (t) => {
  const disk = mountSmallDisk(t, '1m');
  if (disk === undefined) return;
  const target = join(disk, 'dist');
  await build(target, 'old');
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  await assert.rejects(build(target, 'new'), { code: /EROFS|ENOENT/ });
  assert.equal(wordOf(target), 'old');
});

test('of two builds at the same time one says so, and a whole site stays', async () => {
  const target = join(root, 'two');
  await build(target, 'old');
  const second = build(target, 'new', 0, (index) => {
    // The other one has put the old site aside.
    if (index === 19) cpSync(target, `${target}.previous-build`, { recursive: true });
  });
  await assert.rejects(second, /two: another build replaces it at the same time\. Build again\./);
  assert.equal(wordOf(target), 'old');
});

test('a build below a file fails and leaves the file', async () => {
  const parent = join(root, 'file');
  writeFileSync(parent, 'a file');
  await assert.rejects(build(join(parent, 'dist'), 'new'), { code: /ENOTDIR|EEXIST/ });
  assert.equal(readFileSync(parent, 'utf8'), 'a file');
});

test('a folder that no build wrote is left as it is', async () => {
  const target = join(root, 'foreign');
  mkdirSync(target);
  writeFileSync(join(target, 'thesis.txt'), 'ten years of work');
  await assert.rejects(build(target, 'new'), /no build wrote this folder .* Remove it, or choose/);
  assert.equal(readFileSync(join(target, 'thesis.txt'), 'utf8'), 'ten years of work');
  assert.deepEqual(leftovers(target), []);
  // An empty marker lists nothing.
  writeFileSync(join(target, markerFile), '');
  await assert.rejects(build(target, 'new'), /thesis\.txt: no build wrote this/);
  rmSync(join(target, markerFile));
  renameSync(target, `${target}.previous-build`);
  await assert.rejects(build(target, 'new'), /no build wrote this folder/);
  assert.ok(existsSync(join(`${target}.previous-build`, 'thesis.txt')));
});

test('what people put next to a built site is not removed', async () => {
  const target = join(root, 'own');
  await build(target, 'old');
  mkdirSync(join(target, '.git'));
  await assert.rejects(build(target, 'new'), /own.\.git: no build wrote this/);
  assert.ok(existsSync(join(target, '.git')));
  rmSync(join(target, '.git'), { recursive: true });
  await build(target, 'new');
  assert.equal(wordOf(target), 'new');
});

test('nor what they put into a folder of the site, at any depth', async () => {
  const target = join(root, 'deep');
  const buildDeep = () =>
    replaceSite(target, async (folder) => {
      mkdirSync(join(folder, 'en/a'), { recursive: true });
      for (const file of ['index.html', 'en/index.html', 'en/a/index.html'])
        writeFileSync(join(folder, file), 'site');
    });
  await buildDeep();
  rmSync(join(target, 'index.html'));
  writeFileSync(join(target, 'en/a/.DS_Store'), '');
  await buildDeep();
  const notes = join(target, 'en/a/notes.txt');
  writeFileSync(notes, 'ten years of work');
  await assert.rejects(buildDeep(), /en.a.notes\.txt: no build wrote this/);
  // Nor if a file of the site is missing instead.
  rmSync(join(target, 'en/index.html'));
  await assert.rejects(buildDeep(), /en.a.notes\.txt: no build wrote this/);
  assert.equal(readFileSync(notes, 'utf8'), 'ten years of work');
  rmSync(notes);
  await buildDeep();
  assert.deepEqual(leftovers(target), []);
});

test('an empty folder is taken', async () => {
  const target = join(root, 'empty');
  mkdirSync(target);
  await build(target, 'new');
  assert.equal(wordOf(target), 'new');
});
