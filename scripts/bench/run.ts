/**
 * `npm run bench`: time and memory of the whole build.
 *
 *   --codes 133,2000     sizes of the builds, the smallest first
 *   --no-stock           without stock Starlight, which is built up to 10,000 codes
 *
 * Takes about 25 minutes on two cores. If other programs use the machine, compare ratios and
 * processor time only.
 */
import { readOptions } from '../read-options.ts';
import { measureBuilds, ratiosOf, rowsOf } from './builds.ts';
import { describeLoad, describeMachine } from './machine.ts';
import { renderTable } from './table.ts';

const options = readOptions(
  {
    codes: { type: 'string', default: '1000,10000,30000' },
    'no-stock': { type: 'boolean', default: false },
  },
  'npm run bench -- [--codes NUMBERS] [--no-stock]',
);

for (const line of describeMachine()) console.log(line);
const sizes = options.codes.split(',').map(Number);
const runs = await measureBuilds(sizes, !options['no-stock'], console.error);
console.log(
  `\n${renderTable(rowsOf(runs))}\n\n${ratiosOf(runs).join('\n')}\nLoad at the end: ${describeLoad()}`,
);
