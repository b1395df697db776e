/**
 * `npm test`: all checks, in steps. A step that fails does not stop the later ones, except that
 * browser tests need a build. The last line is the sum: `123 passed, 0 failed, 2 skipped`.
 *
 *   npm test                        all steps except thorough and corpus
 *   npm test -- unit browser        only these steps
 *   npm test -- tests/x.test.ts     only these files or globs
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const node = (concurrency: number, ...globs: string[]) =>
  `node --test --test-concurrency=${concurrency} --test-reporter=./tests/support/reporter.ts ${globs.map((glob) => `"${glob}"`).join(' ')}`;
const steps: Record<string, string> = {
  lint: 'npm run lint',
  types: 'npm run types',
  unit: node(2, 'tests/*.test.ts', 'tests/!(browser|corpus|fixtures|thorough)/**/*.test.ts'),
  build: 'npm run build',
  browser: node(2, 'tests/browser/*.test.ts'),
  // Whole builds of changed content, and whole browser profiles.
  thorough: node(2, 'tests/thorough/*.test.ts'),
  corpus: node(2, 'tests/corpus/*.test.ts'),
};
/** A test file that leaves a timer or a server open never ends; Node has no limit for that. */
const limitMinutes = 40;

const wanted = process.argv.slice(2);
const files = wanted.filter((word) => !(word in steps));
const names = wanted.filter((word) => word in steps);
if (files.length > 0) steps['files'] = node(2, ...files);
const chosen = wanted.length === 0 ? ['lint', 'types', 'unit', 'build', 'browser'] : names;

const sum = { passed: 0, failed: 0, skipped: 0 };
const failed: string[] = [];
for (const name of files.length > 0 ? [...chosen, 'files'] : chosen) {
  if (failed.includes('build')) continue;
  console.log(`\n── ${name} ──`);
  const { code, tail } = await run(steps[name] ?? '');
  const counts = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(tail);
  sum.passed += counts ? Number(counts[1]) : Number(code === 0);
  sum.failed += counts ? Number(counts[2]) : Number(code !== 0);
  sum.skipped += Number(counts?.[3] ?? 0);
  if (code !== 0) failed.push(name);
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '');
console.log(
  `${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs a command line without standard input; returns its exit code and the end of its output. */
async function run(line: string) {
  // Compiled code is shared by the processes of the test files.
  const env = { NODE_COMPILE_CACHE: '.cache/node', ...process.env };
  const child = spawn(line, { shell: true, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const limit = setTimeout(() => {
    console.log(`No end after ${limitMinutes} minutes: ${line}`);
    child.kill();
  }, limitMinutes * 60_000);
  let tail = '';
  child.stdout.on('data', (data: Buffer) => {
    process.stdout.write(data);
    tail = (tail + data).slice(-200);
  });
  const [code] = await once(child, 'close');
  clearTimeout(limit);
  return { code, tail };
}
