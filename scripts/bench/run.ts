/**
 * `npm run bench`: speed and memory of the RST reader and of the whole build.
 *
 *   --only rows          one part: rows, build
 *   --codes 133,2000     sizes of the builds
 *   --no-stock           without stock Starlight
 *   --repeat 5           runs of the RST reader; the median counts
 *
 * Takes about 20 minutes on two cores. If other programs use the machine, compare ratios and
 * processor time only.
 */
import { readOptions } from '../read-options.ts';
import { measureBuilds } from './builds.ts';
import { describeMachine } from './machine.ts';
import { measureRows } from './rows.ts';
import { renderTable } from './table.ts';

const options = readOptions(
  {
    codes: { type: 'string', default: '133,2000,10000' },
    only: { type: 'string', default: 'rows,build' },
    repeat: { type: 'string', default: '5' },
    'no-stock': { type: 'boolean', default: false },
  },
  'npm run bench -- [--only PARTS] [--codes NUMBERS] [--no-stock] [--repeat NUMBER]',
);
const say = (text: string) => console.error(text);

for (const line of describeMachine()) console.log(line);
if (options.only.includes('rows')) {
  const rows = await measureRows(Number(options.repeat), say);
  console.log(`\n## Reading RST\n\n${renderTable(rows)}`);
}
if (options.only.includes('build')) {
  const sizes = options.codes.split(',').map(Number);
  const rows = await measureBuilds(sizes, !options['no-stock'], say);
  console.log(`\n## The whole build\n\n${renderTable(rows)}`);
}
