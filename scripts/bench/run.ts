/**
 * `npm run bench`: speed and memory of ingest and of the whole build, as ratios measured in one run,
 * and speed for readers: Lighthouse's scores and the wait while typing, of the site in `dist/`.
 *
 *   npm run bench                           everything; about an hour on a machine of two cores
 *   npm run bench -- --codes 133,2000       fewer codes
 *   npm run bench -- --only rows            one part: rows, build, lighthouse, typing
 *   npm run bench -- --no-stock             without stock Starlight
 *   npm run bench -- --only lighthouse --form mobile,desktop --pages en/find/,404.html
 *
 * Figures of a machine that others use vary: compare ratios, and look at the processor time.
 */
import { parseArgs } from 'node:util';
import { measureBuilds } from './builds.ts';
import { measureLighthouse } from './lighthouse.ts';
import { describeLoad, describeMachine } from './machine.ts';
import { measureRows } from './rows.ts';
import { renderTable } from './table.ts';
import { measureTyping } from './typing.ts';

const { values } = parseArgs({
  options: {
    codes: { type: 'string', default: '133,2000,10000' },
    only: { type: 'string', default: 'rows,build,lighthouse,typing' },
    repeat: { type: 'string', default: '5' },
    form: { type: 'string', default: 'mobile' },
    pages: { type: 'string' },
    'no-stock': { type: 'boolean', default: false },
  },
});
const parts = values.only.split(',');
const repeat = Number(values.repeat);
const say = (text: string) => console.error(text);

for (const line of describeMachine()) console.log(line);
if (parts.includes('rows')) print('Reading RST', await measureRows(repeat, say));
if (parts.includes('build')) {
  const sizes = values.codes.split(',').map(Number);
  print('The whole build', await measureBuilds(sizes, !values['no-stock'], say));
}
if (parts.includes('lighthouse')) {
  for (const form of values.form.split(',')) {
    const { browser, rows, misses } = await measureLighthouse(
      form,
      repeat,
      say,
      values.pages?.split(','),
    );
    print(`Lighthouse, ${form} (${browser}, load ${describeLoad()})`, rows);
    console.log(misses.length === 0 ? '\nEvery page has 100 everywhere.' : '\nBelow 100:');
    for (const miss of misses) console.log(`- ${miss}`);
  }
}
if (parts.includes('typing')) {
  print(`Typing, processor four times slower`, await measureTyping(repeat, say));
  console.log(`\nLoad: ${describeLoad()}`);
}

function print(title: string, rows: Record<string, string>[]): void {
  console.log(`\n## ${title}\n\n${renderTable(rows)}`);
}
