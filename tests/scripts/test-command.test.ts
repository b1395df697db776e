import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findTestFiles } from '../../scripts/test/find-test-files.ts';
import { runSteps, type Step } from '../../scripts/test/run-steps.ts';
import {
  nothing,
  oneFailed,
  onePassed,
  renderTally,
  type Tally,
} from '../../scripts/test/tally.ts';

const options = { encoding: 'utf8' } as const;
const folder = mkdtempSync(join(tmpdir(), 'test-command-'));
after(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('sum of the steps', () => {
  const run = async (steps: Step[]) => {
    let output = '';
    const code = await runSteps(steps, (text) => {
      output += text;
    });
    return { code, output, last: output.trimEnd().split('\n').at(-1) };
  };
  const step = (id: string, tally: Partial<Tally>, needs?: string): Step => ({
    id,
    name: `The ${id}`,
    run: async () => ({ ...nothing, ...tally }),
    ...(needs === undefined ? {} : { needs }),
  });

  test('all passed', async () => {
    const { code, last } = await run([step('a', { passed: 1 }), step('b', { passed: 20 })]);
    assert.deepEqual([code, last], [0, '21 passed, 0 failed']);
  });

  test('some failed: the steps are named, the later ones still run', async () => {
    const { code, output } = await run([
      step('a', { passed: 3, failed: 1 }),
      step('b', { passed: 2, skipped: 4 }),
    ]);
    assert.equal(code, 1);
    assert.match(output, /\n\nFailed: The a\n5 passed, 1 failed, 4 skipped\n$/);
  });

  test('a step that throws has failed', async () => {
    const broken: Step = { id: 'a', name: 'The a', run: () => Promise.reject(new Error('oh')) };
    const { code, output, last } = await run([broken, step('b', { passed: 1 })]);
    assert.deepEqual([code, last], [1, '1 passed, 1 failed']);
    assert.match(output, /Error: oh/);
  });

  test('a step is skipped when what it needs failed, and only then', async () => {
    const browser = step('browser', { passed: 5 }, 'build');
    const failed = await run([step('build', { failed: 1 }), browser]);
    assert.deepEqual([failed.code, failed.last], [1, '0 passed, 1 failed, 1 skipped']);
    assert.match(failed.output, /Skipped: it needs the step "build", which failed/);
    assert.equal((await run([browser])).last, '5 passed, 0 failed');
  });

  test('a run of nothing is no success', async () => {
    assert.deepEqual((await run([])).code, 1);
    assert.deepEqual((await run([step('a', { skipped: 3 })])).code, 1);
  });

  test('skipped tests are named only when there are some', () => {
    assert.equal(renderTally({ passed: 1, failed: 2, skipped: 0 }), '1 passed, 2 failed');
    assert.equal(
      renderTally({ passed: 0, failed: 0, skipped: 3 }),
      '0 passed, 0 failed, 3 skipped',
    );
  });
});

describe('running commands', () => {
  /** In a process of its own, as the commands write to its output. */
  const run = (...lines: string[]) => {
    const module = JSON.stringify(resolve('scripts/test/run-commands.ts'));
    write(
      'commands.ts',
      `import { runCommands } from ${module};
      const tally = await runCommands(...${JSON.stringify(lines)});
      process.stdout.write(JSON.stringify(tally));`,
    );
    const { stdout } = spawnSync(process.execPath, [join(folder, 'commands.ts')], options);
    const [tally = '', ...output] = stdout.split('\n').reverse();
    return { tally: JSON.parse(tally) as Tally, output: output.join('\n') };
  };

  test('passes when all do', () => {
    assert.deepEqual(run('node --version', 'npm --version').tally, onePassed);
  });

  test('stops at the first that fails, and names it', () => {
    const { tally, output } = run('node --no-such-option', 'node --version');
    assert.deepEqual(tally, oneFailed);
    assert.match(output, /node --no-such-option: exit code 9/);
    assert.doesNotMatch(output, /^v\d/m);
  });

  test('a program that is not there is a failure', () => {
    const { tally, output } = run('no-such-program x');
    assert.deepEqual(tally, oneFailed);
    assert.match(output, /no-such-program x: .*ENOENT\. Run npm install first/);
  });
});

describe('finding test files', () => {
  before(() => {
    for (const file of [
      'b.test.ts',
      'a.test.ts',
      'a.ts',
      'deep/er/c.test.ts',
      'browser/d.test.ts',
    ]) {
      write(`find/${file}`, '');
    }
    write('find/fixtures/read/e.test.ts', '');
  });
  const find = (...args: [group: 'unit' | 'browser', words?: string[]]) =>
    findTestFiles(join(folder, 'find'), ...args).map((file) =>
      relative(join(folder, 'find'), file),
    );

  test('unit tests stand in any folder but browser and fixtures', () => {
    assert.deepEqual(find('unit'), ['a.test.ts', 'b.test.ts', 'deep/er/c.test.ts']);
    assert.deepEqual(find('browser'), ['browser/d.test.ts']);
  });

  test('words choose by path', () => {
    assert.deepEqual(find('unit', ['er/', 'b.']), ['b.test.ts', 'deep/er/c.test.ts']);
    assert.deepEqual(find('unit', ['nothing']), []);
  });
});

describe('running test files', () => {
  /** Run files as the test command does, in a process that is itself no test. */
  const run = (files: Record<string, string>, options = '{}') => {
    for (const [name, text] of Object.entries(files)) write(name, text);
    const paths = Object.keys(files).map((name) => join(folder, name));
    const runner = JSON.stringify(resolve('scripts/test/run-test-files.ts'));
    write(
      'run.ts',
      `import { runTestFiles } from ${runner};
      const tally = await runTestFiles(${JSON.stringify(paths)}, ${options});
      process.stdout.write('\\n' + JSON.stringify(tally));`,
    );
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const args = [join(folder, 'run.ts')];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    const [tally = ''] = stdout.split('\n').slice(-1);
    assert.notEqual(tally, '', stderr);
    return { output: stdout, tally: JSON.parse(tally) as Tally };
  };
  const head = `import { describe, it, test } from 'node:test';`;

  test('counts tests at every depth, not suites', () => {
    const { tally, output } = run({
      'mixed.test.ts': `${head}
        describe('suite', () => {
          it('passes', () => {});
          it('is skipped', { skip: 'no corpus here' }, () => {});
          it('is to do', { todo: 'later' }, () => { throw new Error('x'); });
        });
        test('fails', () => { throw new Error('the reason'); });`,
      'other.test.ts': `${head} test('passes', (t) => { t.diagnostic('word'); });`,
    });
    assert.deepEqual(tally, { passed: 2, failed: 1, skipped: 2 });
    assert.match(output, /is skipped .*# no corpus here/);
    assert.match(output, /the reason/);
  });

  test('a suite that is skipped as a whole counts as one skipped test', () => {
    const { tally, output } = run({
      'suite.test.ts': `${head}
        describe('suite', { skip: 'no nginx here' }, () => { it('a', () => {}); it('b', () => {}); });`,
      'good.test.ts': `${head} test('a', () => {});`,
    });
    assert.deepEqual(tally, { passed: 1, failed: 0, skipped: 1 });
    assert.match(output, /suite .*# no nginx here/);
  });

  for (const [what, text] of [
    ['has no test', 'export {};'],
    ['cannot be loaded', `import './nothing-there.ts';`],
    ['ends the process half-way', `${head} test('a', () => process.exit(0)); test('b', () => {});`],
    ['kills itself', `${head} test('a', () => process.kill(process.pid, 'SIGKILL'));`],
  ] as const) {
    test(`a file that ${what} has failed`, () => {
      const good = { 'good.test.ts': `${head} test('a', () => {});` };
      const { tally, output } = run({ 'bad.test.ts': text, ...good });
      assert.deepEqual(tally, { passed: 1, failed: 1, skipped: 0 });
      assert.match(output, /bad\.test\.ts: it has no test, or ended before its tests were done/);
    });
  }

  test('a file that leaves a timer running has failed, and holds nobody up', () => {
    const text = `${head} test('a', () => {}); setInterval(() => {}, 1000);`;
    const { tally, output } = run({ 'hangs.test.ts': text }, '{ silence: 1500 }');
    assert.deepEqual(tally, { passed: 0, failed: 1, skipped: 0 });
    assert.match(output, /No word from the tests for 1\.5 s/);
  });

  test('a test that takes too long has failed', () => {
    const text = `${head} test('a', () => new Promise((done) => setTimeout(done, 3000)));`;
    assert.equal(run({ 'slow.test.ts': text }, '{ testTimeout: 300 }').tally.failed, 1);
  });

  test('no file at all is a failure', () => {
    const { tally, output } = run({});
    assert.deepEqual(tally, { passed: 0, failed: 1, skipped: 0 });
    assert.match(output, /No test files were found/);
  });
});

describe('command line', () => {
  const call = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/test.ts', ...args], { encoding: 'utf8' });

  test('wrong usage ends with 2 and says how', () => {
    for (const args of [['--only', 'units'], ['--onyl', 'unit'], ['--only']]) {
      const { status, stderr } = call(...args);
      assert.equal(status, 2);
      assert.match(stderr, /Usage: npm test -- \[--only lint\|types\|unit\|build\|browser\]/);
    }
  });

  test('words that no file has are a failure', () => {
    const { status, stdout } = call('--only', 'unit', 'no-such-file');
    assert.equal(status, 1);
    assert.match(stdout, /Failed: 3 Unit tests\n0 passed, 1 failed\n$/);
  });
});
