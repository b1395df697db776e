/**
 * Reporter for `node --test`: prints failures, skipped tests, slow files and the sum as the last line,
 * `123 passed, 0 failed, 2 skipped`. Node counts a file without tests, or one that ends before its
 * tests are done, as passed, and a run of no files as success; here they fail.
 */
import { relative, resolve } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

const slowSeconds = 5;

export default async function* report(events: AsyncIterable<TestEvent>) {
  const slow: string[] = [];
  const [skipped, sum] = [new Set<string>(), { passed: 0, failed: 0, skipped: 0 }];
  for await (const { type, data } of events) {
    if (type === 'test:stderr') yield data.message;
    if (type === 'test:pass' || type === 'test:fail') {
      const place = `${relative('.', data.file ?? '')}:${data.line ?? 1}: ${data.name}`;
      // A file that has handed in no tests is reported as one test with the name of the file.
      const isFile = data.nesting === 0 && data.file === resolve(data.name);
      if (type === 'test:fail') {
        const { cause, failureType } = data.details.error as Error & { failureType?: string };
        if (failureType !== 'subtestsFailed') yield `✖ ${place}\n${indent(inspect(cause))}\n`;
      } else if (isFile) {
        sum.passed--;
        sum.failed++;
        yield `✖ ${place}: the file has no tests, or ended before its tests were done\n`;
      } else if (data.skip !== undefined) {
        skipped.add(`${place}: skipped: ${data.skip}\n`);
        // Node does not count a suite that is skipped as a whole.
        if (data.details.type === 'suite') sum.skipped++;
      }
    }
    if (type !== 'test:summary') continue;
    const { file, duration_ms, counts } = data;
    if (file === undefined) {
      sum.passed += counts.passed;
      sum.failed += counts.tests - counts.passed - counts.skipped - counts.todo;
      sum.skipped += counts.skipped + counts.todo;
    } else if (duration_ms > slowSeconds * 1000) {
      slow.push(`${(duration_ms / 1000).toFixed(1).padStart(6)} s ${relative('.', file)}\n`);
    }
  }
  yield* [...skipped, ...slow.sort().reverse()];
  if (sum.passed === 0) yield 'No test has passed.\n';
  if (sum.passed === 0 || sum.failed > 0) process.exitCode = 1;
  yield `${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}\n`;
}

const indent = (text: string) => text.replace(/^/gm, '    ');
