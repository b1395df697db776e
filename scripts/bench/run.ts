/**
 * `npm run bench`: time and memory of the whole build.
 *
 *   --codes 133,2000     sizes of the builds
 *   --no-stock           without stock Starlight
 *
 * Takes about 15 minutes on two cores. If other programs use the machine, compare ratios and
 * processor time only.
 */
import { readOptions } from '../read-options.ts';
import { measureBuilds } from './builds.ts';
import { describeMachine } from './machine.ts';
import { renderTable } from './table.ts';

const options = readOptions(
  {
    codes: { type: 'string', default: '133,2000,10000' },
    'no-stock': { type: 'boolean', default: false },
  },
  'npm run bench -- [--codes NUMBERS] [--no-stock]',
);

for (const line of describeMachine()) console.log(line);
const sizes = options.codes.split(',').map(Number);
console.log(`\n${renderTable(await measureBuilds(sizes, !options['no-stock'], console.error))}`);
