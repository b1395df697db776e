import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { addTallies, nothing, oneFailed, type Tally } from './tally.ts';

interface Options {
  /** Test files that run at the same time. */
  concurrency?: number;
  /** Milliseconds after which one test has failed. */
  testTimeout?: number;
  /** Milliseconds without any word from a test file after which the run is given up. */
  silence?: number;
}

const minute = 60_000;

/**
 * Run test files with Node's runner, each in its own process, and print its report.
 *
 * Node counts a file that holds no test, or calls `process.exit(0)` half-way, as one that passed,
 * and waits for ever for one that leaves a timer or a server open. Here only the summary that a
 * file hands in when all its tests are done counts: a file without one has failed. (`forceExit`
 * would end the waiting, but it cuts off reports that are still on their way.)
 *
 * @param files Absolute paths; none at all is a failure, since a run of nothing proves nothing.
 * @example await runTestFiles(['/…/tests/scripts/serve/static-server.test.ts']) // => { passed: 20, failed: 0, skipped: 0 }
 */
export async function runTestFiles(files: string[], options: Options = {}): Promise<Tally> {
  const { concurrency = availableParallelism(), silence = 6 * minute } = options;
  const { testTimeout = 5 * minute } = options;
  if (files.length === 0) {
    process.stdout.write('No test files were found.\n');
    return oneFailed;
  }

  const stop = new AbortController();
  const watchdog = setTimeout(() => {
    stop.abort(new Error(`No word from the tests for ${silence / 1000} s`));
  }, silence);
  const report = new spec();
  report.pipe(process.stdout, { end: false });

  const tallies = new Map<string, Tally>();
  const skippedSuites = new Map<string, number>();
  for await (const event of run({
    files,
    concurrency,
    timeout: testTimeout,
    signal: stop.signal,
  })) {
    watchdog.refresh();
    report.write(event);
    if (event.type === 'test:pass' && event.data.file !== undefined) {
      const { file, skip, details } = event.data;
      // Node's sum leaves out suites that were skipped, with all that is in them.
      const suite = skip !== undefined && details.type === 'suite';
      if (suite) skippedSuites.set(file, (skippedSuites.get(file) ?? 0) + 1);
    }
    if (event.type !== 'test:summary' || event.data.file === undefined) continue;
    const { passed, failed, cancelled, skipped, todo } = event.data.counts;
    tallies.set(event.data.file, {
      passed,
      failed: failed + cancelled,
      skipped: skipped + todo + (skippedSuites.get(event.data.file) ?? 0),
    });
  }
  clearTimeout(watchdog);
  report.end();
  await finished(report);

  return files.map((file) => tallyOf(file, tallies.get(file))).reduce(addTallies, nothing);
}

/** The tally a file handed in, or one failure, with the reason printed. */
function tallyOf(file: string, tally: Tally | undefined): Tally {
  if (tally && tally.passed + tally.failed + tally.skipped > 0) return tally;
  process.stdout.write(
    `${relative('.', file)}: it has no test, or ended before its tests were done. It counts as failed.\n`,
  );
  return oneFailed;
}
