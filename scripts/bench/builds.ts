/** The whole build at several sizes, against stock Starlight with as many pages of the same texts. */
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from './copy-project.ts';
import { type Cost, measure } from './measure.ts';
import { multiplyContent } from './multiply.ts';
import { writeStockProject } from './stock-project.ts';
import { figure } from './table.ts';

/**
 * Builds each size once, ours and stock one after the other.
 *
 * @param sizes Numbers of codes; each is rounded to a multiple of those in `content/`.
 * @param withStock Whether to build stock Starlight too.
 * @param progress Receives what is being done, and each row.
 * @returns A row for each build.
 */
export async function measureBuilds(
  sizes: number[],
  withStock: boolean,
  progress: (text: string) => void,
) {
  const rows: Record<string, string>[] = [];
  for (const size of sizes) {
    const root = copyProject('own');
    const codes = multiplyContent(root, size);
    progress(`${codes} codes: permalinks and ingest`);
    await measure(['node', 'scripts/permalinks.ts'], root);
    const ingest = await measure(['node', 'scripts/ingest.ts'], root);
    const steps: [string, string, string[]][] = [['this site', root, ['node', 'scripts/build.ts']]];
    if (withStock) steps.push(['stock Starlight', writeStockProject(root), ['astro', 'build']]);
    for (const [name, folder, command] of steps) {
      progress(`${codes} codes: ${name}`);
      const cost = await measure(command, folder);
      rows.push(rowOf(name, codes, countPages(join(folder, 'dist')), cost));
      progress(JSON.stringify(rows.at(-1)));
      rmSync(folder, { recursive: true, force: true });
    }
    progress(`of which ingest: ${figure(ingest.seconds)} s, ${figure(ingest.peakMegabytes)} MB`);
  }
  return rows;
}

function rowOf(name: string, codes: number, pages: number, cost: Cost): Record<string, string> {
  return {
    build: name,
    codes: String(codes),
    pages: String(pages),
    s: figure(cost.seconds),
    'processor time (s)': figure(cost.cpuSeconds),
    'ms a page': figure((cost.seconds * 1000) / pages),
    'processor ms a page': figure(cost.cpuSeconds && (cost.cpuSeconds * 1000) / pages),
    'peak memory (MB)': figure(cost.peakMegabytes),
  };
}

const countPages = (folder: string) => globSync('**/*.html', { cwd: folder }).length;
