/** `npm run init`: what a project gets from the engine, and how it is upgraded. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContent } from '../../../scripts/init/create-content.ts';
import { updateEngine } from '../../../scripts/init/update-engine.ts';
import { edit, projectRoot, temporaryFolder } from '../../support/content.ts';
import { mountSmallDisk } from '../../support/small-disk.ts';

/** A folder with three files of an engine. */
function smallEngine(): string {
  const scripts = {
    build: 'node scripts/build.ts',
    test: 'node scripts/test.ts',
    lint: 'biome ci',
  };
  const files = {
    'package.json': JSON.stringify({ name: 'engine', scripts, type: 'module' }),
    'scripts/build.ts': 'build',
    'scripts/test.ts': 'test',
    'scripts/bench/run.ts': 'bench',
    'src/page.ts': 'page',
    'src/content/codes/apig.json': 'generated',
  };
  return temporaryFolder('engine', files);
}

test('a project gets the engine without its tests, its benchmarks and generated files', () => {
  const [engine, project] = [smallEngine(), temporaryFolder('shop-errors')];
  const { changed } = updateEngine(engine, project);
  assert.deepEqual(changed, ['scripts/build.ts', 'src/page.ts', 'package.json']);
  const { name, scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  assert.match(name, /shop-errors/);
  assert.deepEqual(scripts, { build: 'node scripts/build.ts' });
});

test('a folder in the engine, or where none can be made, is refused', () => {
  const refused: [string, number, RegExp][] = [
    [join(projectRoot, 'src/x'), 2, /src\/x is in this engine\. Name a folder outside of it\./],
    // Without a process of its own, a command that never ends would stop the tests.
    ['/proc/x', 1, /mkdir '\/proc\/x'/],
  ];
  for (const [path, exit, says] of existsSync('/proc') ? refused : refused.slice(0, 1)) {
    const script = join(projectRoot, 'scripts/init.ts');
    const options = { encoding: 'utf8', timeout: 60_000 } as const;
    const { status, stderr } = spawnSync(process.execPath, [script, path], options);
    assert.equal(status, exit, path);
    assert.match(stderr, says);
  }
  assert.ok(!existsSync(join(projectRoot, 'src/x')));
});

test('a full disk leaves nothing, and the next try can begin', (t) => {
  const disk = mountSmallDisk(t, '256k');
  if (disk === undefined) return;
  const project = join(disk, 'project');
  const run = () =>
    spawnSync(process.execPath, [join(projectRoot, 'scripts/init.ts'), project], {
      encoding: 'utf8',
    });
  for (const _ of [1, 2]) {
    const { status, stderr } = run();
    assert.match(stderr, /ENOSPC|no space/i);
    assert.equal(status, 1);
    assert.ok(!existsSync(project));
  }
  writeFileSync(project, 'a file');
  assert.match(run().stderr, /project is a file\. Name a folder\./);
});

test('an upgrade replaces, adds and removes files of the engine, and no other', () => {
  const [engine, project] = [smallEngine(), temporaryFolder('project')];
  updateEngine(engine, project);
  writeFileSync(join(project, 'src/own.ts'), 'own');
  edit(engine, 'scripts/build.ts', 'build', 'better');
  writeFileSync(join(engine, 'src/new.ts'), 'new');
  rmSync(join(engine, 'src/page.ts'));
  const { changed, removed } = updateEngine(engine, project);
  assert.deepEqual(changed, ['scripts/build.ts', 'src/new.ts']);
  assert.deepEqual(removed, ['src/page.ts']);
  assert.equal(readFileSync(join(project, 'scripts/build.ts'), 'utf8'), 'better');
  assert.ok(existsSync(join(project, 'src/own.ts')));
  assert.deepEqual(updateEngine(engine, project), { changed: [], removed: [] });
});

test('a file of the engine that was changed in the project stops an upgrade', () => {
  const [engine, project] = [smallEngine(), temporaryFolder('project')];
  updateEngine(engine, project);
  edit(project, 'scripts/build.ts', 'build', 'mine');
  edit(engine, 'scripts/build.ts', 'build', 'better');
  edit(engine, 'src/page.ts', 'page', 'better');
  assert.throws(
    () => updateEngine(engine, project),
    /^InputError: scripts\/build\.ts:1: .*changed/,
  );
  assert.equal(readFileSync(join(project, 'src/page.ts'), 'utf8'), 'page');
});

test('a new project has settings and curation, and nothing about other documents', () => {
  const project = temporaryFolder('project');
  createContent(projectRoot, project);
  const read = (path: string) => readFileSync(join(project, path), 'utf8');
  assert.match(read('content/catalogs.yaml'), /^\[\]$/m);
  assert.match(read('content/curation/defects.yaml'), /^\[\]$/m);
  assert.doesNotMatch(read('.github/workflows/pages.yml'), /ci\.yml|needs: ci/);
  writeFileSync(join(project, 'content/site.yaml'), 'mine');
  createContent(projectRoot, project);
  assert.equal(read('content/site.yaml'), 'mine');
});

test('an upgrade touches no file that the engine cannot have, whatever its record says', () => {
  for (const path of ['../other.txt', 'content/site.yaml', '/tmp/x']) {
    const [engine, project] = [smallEngine(), temporaryFolder('project')];
    updateEngine(engine, project);
    const record = join(project, 'engine.json');
    const all = JSON.parse(readFileSync(record, 'utf8'));
    writeFileSync(record, JSON.stringify({ ...all, [path]: 'x' }));
    assert.throws(() => updateEngine(engine, project), /engine\.json:1: .*is not the engine's/);
  }
});
