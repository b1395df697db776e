/**
 * How well and how fast the lookup answers, without a browser:
 *
 *   node scripts/bench/lookup-core.ts            figures by class
 *   node scripts/bench/lookup-core.ts --misses   and every wrong answer
 *   node scripts/bench/lookup-core.ts --core     without descriptions and solutions
 *
 * The measuring stands with the tests, which know both the documents and the lookup; this folder
 * imports nothing from src/.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(
  new URL('../../tests/fixtures/lookup/print-figures.ts', import.meta.url),
);
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
