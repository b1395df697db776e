/**
 * `npm run bench:readers`: speed for readers, of the site in dist/: Lighthouse's scores, and the wait
 * while typing. Takes 10 to 15 minutes.
 *
 *   --only lighthouse   one part: lighthouse, typing
 *   --repeat 5          runs of each; the median counts
 *   --form mobile       Lighthouse's presets: mobile, desktop
 *   --pages en/find/    other pages than the usual ones
 */
import { describeLoad, describeMachine } from '../../scripts/bench/machine.ts';
import { renderTable } from '../../scripts/bench/table.ts';
import { readOptions } from '../../scripts/read-options.ts';
import { startServer } from '../../scripts/serve/static-server.ts';
import { measureLighthouse } from './lighthouse.ts';
import { measureTyping } from './typing.ts';

const usualPages = ['', 'apig/apig-0201/', 'apig/', 'apig/compare/otc-2024-12..huaweicloud-web/']
  .flatMap((path) => ['en/', 'zh-cn/'].map((locale) => locale + path))
  .join(',');
const options = readOptions(
  {
    only: { type: 'string', default: 'lighthouse,typing' },
    repeat: { type: 'string', default: '5' },
    form: { type: 'string', default: 'mobile' },
    pages: { type: 'string', default: usualPages },
  },
  'npm run bench:readers -- [--only PARTS] [--repeat NUMBER] [--form PRESETS] [--pages PATHS]',
);
const repeat = Number(options.repeat);
const server = await startServer({ root: 'dist' });
for (const line of describeMachine()) console.log(line);
if (options.only.includes('lighthouse')) {
  for (const form of options.form.split(',')) {
    const pages = options.pages.split(',');
    const { rows, misses } = await measureLighthouse(server.url, pages, form, repeat);
    console.log(`\n## Lighthouse, ${form} (load ${describeLoad()})\n\n${renderTable(rows)}`);
    console.log(['\nAudits below 100:', ...(misses.length > 0 ? misses : ['none'])].join('\n- '));
  }
}
if (options.only.includes('typing')) {
  const rows = await measureTyping(server.url, repeat);
  console.log(
    `\n## Typing, processor four times slower (load ${describeLoad()})\n\n${renderTable(rows)}`,
  );
}
await server.close();
