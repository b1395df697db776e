/**
 * `npm test`: everything that must hold before a commit, as numbered steps.
 *
 *   npm test                          all steps
 *   npm test -- --only unit           some of them: lint, types, unit, build, browser
 *   npm test -- --only unit read      only test files with "read" in their path
 *
 * The last line is the sum, `N passed, N failed` (`, N skipped`); the exit code is 1 when anything
 * failed and 2 for wrong usage.
 */
import { findTestFiles } from './test/find-test-files.ts';
import { readArguments } from './test/read-arguments.ts';
import { runCommands } from './test/run-commands.ts';
import { runSteps, type Step } from './test/run-steps.ts';
import { runTestFiles } from './test/run-test-files.ts';

const steps: Step[] = [
  { id: 'lint', name: '1 Format and lint', run: () => runCommands('biome ci') },
  {
    id: 'types',
    name: '2 Types',
    // In a fresh clone the collections that Astro checks against have yet to be written.
    run: () => runCommands('npm run ingest', 'astro check'),
  },
  { id: 'unit', name: '3 Unit tests', run: () => runTestFiles(files('unit')) },
  { id: 'build', name: '4 Build the site', run: () => runCommands('npm run build') },
  {
    id: 'browser',
    name: '5 Browser tests',
    needs: 'build',
    // One file at a time: tests that measure time must not share two cores with another browser.
    run: () => runTestFiles(files('browser'), { concurrency: 1 }),
  },
];

const { only, words } = readArguments(
  process.argv.slice(2),
  steps.map((step) => step.id),
);
const files = (group: 'unit' | 'browser') => findTestFiles('tests', group, words);

process.exitCode = await runSteps(
  steps.filter((step) => only.includes(step.id)),
  (text) => process.stdout.write(text),
);
