/** Stopping a build or an ingest at any moment leaves the last good site usable. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, describe, type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { mendSwap, restoreSite, stagingOf, swapIn } from '../../scripts/build/swap-folders.ts';
import { projectRoot } from '../support/content.ts';
import { copyOfProject, filesOf, runScript } from '../support/project.ts';

const root = mkdtempSync(join(tmpdir(), 'crash-'));
const undo: (() => void)[] = [() => rmSync(root, { recursive: true, force: true })];
after(() => {
  for (const step of undo.reverse()) step();
});

const fakeBuild = join(projectRoot, 'tests/support/fake-build.ts');
const build = (target: string, word: string, bytes = '0') =>
  spawnSync(process.execPath, [fakeBuild, target, word, bytes], { encoding: 'utf8' }).stdout;

/** The word that all files of a site hold; fails when it is not whole. */
function wordOf(target: string): string | undefined {
  const files = [...filesOf(target).values()].map(String);
  if (files.length === 0) return undefined;
  assert.equal(files.length, 61, `${target} has ${files.length} files`);
  const words = new Set(files.map((text) => text.replace(/\.*$/, '')));
  assert.equal(words.size, 1, `${target} mixes ${[...words]}`);
  return [...words][0];
}

/** A small disk of its own, or the reason why there is none. */
function mountSmallDisk(name: string, size: string): { path: string } | { reason: string } {
  const path = join(root, name);
  mkdirSync(path);
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return { reason: 'a small disk can be mounted by root on Linux only' };
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  if (mounted.status !== 0) return { reason: 'this machine does not allow mounting' };
  undo.push(() => spawnSync('umount', ['-l', path]));
  return { path };
}

function smallDisk(t: TestContext, name: string, size: string): string | undefined {
  const disk = mountSmallDisk(name, size);
  if ('path' in disk) return disk.path;
  t.skip(disk.reason);
  return undefined;
}

const leftovers = (target: string) =>
  readdirSync(dirname(target)).filter(
    (name) => name !== basename(target) && name.startsWith(basename(target)),
  );

describe('a build', () => {
  test('that is killed at any moment leaves a whole site, the old or the new one', async () => {
    const target = join(root, 'killed');
    build(target, 'site-0');
    const seen = new Set<string>();
    for (let round = 1; round <= 40; round++) {
      const last = wordOf(target);
      const child = spawn(process.execPath, [fakeBuild, target, `site-${round}`]);
      // Listened for from the start: a build that is done in time closes but once.
      const closed = once(child, 'close');
      await Promise.race([once(child.stdout, 'data'), closed]);
      child.stdout.resume();
      // From at once to a little more than the build takes.
      await wait((round % 20) * 0.8);
      child.kill('SIGKILL');
      await closed;
      const restored = restoreSite(target);
      const now = wordOf(target) ?? '';
      assert.ok([last, `site-${round}`].includes(now), `round ${round}: ${now}`);
      seen.add(restored ? 'restored' : now === last ? 'old' : 'new');
    }
    assert.ok(seen.has('old') || seen.has('new'));
    assert.match(build(target, 'last'), /done/);
    assert.equal(wordOf(target), 'last');
    assert.deepEqual(leftovers(target), []);
  });

  test('that is killed between the two renames is mended by the next one', () => {
    const target = join(root, 'half');
    build(target, 'old');
    renameSync(target, `${target}.previous-build`);
    cpSync(`${target}.previous-build`, stagingOf(target, 2 ** 22 + 1), { recursive: true });
    assert.equal(mendSwap(target), true);
    assert.equal(wordOf(target), 'old');
    assert.deepEqual(leftovers(target), []);
    renameSync(target, `${target}.previous-build`);
    assert.match(build(target, 'new'), /brought back after a build that was stopped/);
    assert.equal(wordOf(target), 'new');
  });

  test('that fails, or makes no site, leaves the old one', () => {
    const target = join(root, 'failed');
    build(target, 'old');
    assert.throws(() => swapIn(join(root, 'not-there'), target), { code: 'ENOENT' });
    assert.equal(wordOf(target), 'old');
  });

  test('leaves the staging folder of a build that still runs', () => {
    const target = join(root, 'beside');
    build(target, 'old');
    const other = stagingOf(target, process.ppid);
    mkdirSync(other);
    mendSwap(target);
    assert.equal(existsSync(other), true);
  });

  test('on a full disk leaves the old site, and works when there is room', (t) => {
    const disk = smallDisk(t, 'full', '1m');
    if (disk === undefined) return;
    const target = join(disk, 'dist');
    assert.match(build(target, 'old'), /done/);
    assert.match(build(target, 'new', '100000'), /ENOSPC/);
    assert.equal(wordOf(target), 'old');
    assert.deepEqual(leftovers(target), []);
    assert.match(build(target, 'new'), /done/);
    assert.equal(wordOf(target), 'new');
  });

  test('where nothing can be written leaves the old site', (t) => {
    const disk = smallDisk(t, 'read-only', '1m');
    if (disk === undefined) return;
    const target = join(disk, 'dist');
    build(target, 'old');
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    assert.match(build(target, 'new'), /EROFS|ENOENT/);
    assert.equal(wordOf(target), 'old');
  });

  test('whose place is taken by something that is no folder says so', () => {
    const parent = join(root, 'file');
    writeFileSync(parent, 'a file');
    assert.match(build(join(parent, 'dist'), 'new'), /ENOTDIR|EEXIST/);
    assert.equal(readFileSync(parent, 'utf8'), 'a file');
  });
});

test('the real build, killed half-way, leaves the site; the next one replaces it', async () => {
  const copy = copyOfProject('killed');
  undo.push(() => rmSync(copy, { recursive: true, force: true }));
  const dist = join(copy, 'dist');
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), 'the last good site');
  const child = spawn(process.execPath, ['scripts/build.ts'], { cwd: copy });
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) if (/pages and files/.test(text)) break;
  child.kill('SIGKILL');
  // A build that has failed by now says so once, and nobody would hear it.
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  assert.deepEqual([...filesOf(dist).keys()], ['index.html']);
  assert.notDeepEqual(leftovers(dist), []);

  runScript(copy, 'build');
  assert.ok(filesOf(dist).size > 300);
  assert.deepEqual(leftovers(dist), []);
});

describe('an ingest', () => {
  const ingest = (folder: string) =>
    spawnSync(process.execPath, [join(projectRoot, 'scripts/ingest.ts'), '--root', folder], {
      encoding: 'utf8',
    });
  const generated = (folder: string) => filesOf(join(folder, 'src/content'));

  test('that is killed leaves whole files, and the next one mends the rest', async () => {
    const expected = join(root, 'ingest-whole');
    const folder = join(root, 'ingest-killed');
    for (const copy of [expected, folder])
      cpSync(join(projectRoot, 'content'), join(copy, 'content'), { recursive: true });
    ingest(expected);
    const whole = generated(expected);
    for (const delay of [0, 5, 20, 60]) {
      rmSync(join(folder, 'src'), { recursive: true, force: true });
      const child = spawn(process.execPath, [
        join(projectRoot, 'scripts/ingest.ts'),
        '--root',
        folder,
      ]);
      // The first file shows that writing has begun.
      while (!existsSync(join(folder, 'src')) && child.exitCode === null) await wait(1);
      await wait(delay);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      for (const [path, bytes] of generated(folder)) {
        if (path.endsWith('.staged')) continue;
        assert.ok(whole.get(path)?.equals(bytes), `${path} after ${delay} ms`);
      }
    }
    assert.equal(ingest(folder).status, 0);
    assert.deepEqual(generated(folder), whole);
  });

  test('on a full disk leaves everything as it was, and says what to do', (t) => {
    const disk = smallDisk(t, 'ingest-full', '64m');
    if (disk === undefined) return;
    cpSync(join(projectRoot, 'content'), join(disk, 'content'), { recursive: true });
    assert.equal(ingest(disk).status, 0);
    const before = generated(disk);
    // Every page changes, and there is no room to write them anew.
    const catalogs = join(disk, 'content/catalogs.yaml');
    writeFileSync(
      catalogs,
      readFileSync(catalogs, 'utf8').replaceAll('API Gateway', 'Gateway of APIs'),
    );
    const filler = spawnSync('sh', ['-c', `dd if=/dev/zero of=${join(disk, 'filler')} bs=4096`]);
    assert.notEqual(filler.status, 0);
    const { status, stderr } = ingest(disk);
    assert.equal(status, 1);
    assert.match(stderr, /it cannot be written \(ENOSPC.*Make room/);
    assert.deepEqual(generated(disk), before);
    rmSync(join(disk, 'filler'));
    assert.equal(ingest(disk).status, 0);
    assert.notDeepEqual(generated(disk), before);
  });
});
