/** The whole build at several sizes, against stock Starlight with as many pages of the same texts. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Cost, measure } from './measure.ts';
import { copyWithCodes, writeStockProject } from './projects.ts';
import { figure } from './table.ts';

/**
 * Builds each size once, ours and stock one after the other.
 *
 * @param sizes Codes wanted.
 * @param withStock Whether to build stock Starlight too.
 */
export async function measureBuilds(
  sizes: number[],
  withStock: boolean,
  say: (text: string) => void,
) {
  const rows: Record<string, string>[] = [];
  for (const size of sizes) {
    const { root, codes } = copyWithCodes(size);
    say(`${codes} codes: permalinks and ingest`);
    await measure(['node', 'scripts/permalinks.ts'], root);
    const ingest = await measure(['node', 'scripts/ingest.ts'], root);
    const steps: [string, string, string[]][] = [['this site', root, ['node', 'scripts/build.ts']]];
    if (withStock) {
      const stock = writeStockProject(root, `stock-${size}`);
      steps.push(['stock Starlight', stock.root, ['astro', 'build']]);
    }
    for (const [name, folder, command] of steps) {
      say(`${codes} codes: ${name}`);
      const cost = await measure(command, folder);
      rows.push(rowOf(name, codes, countPages(join(folder, 'dist')), cost));
      say(JSON.stringify(rows.at(-1)));
      rmSync(folder, { recursive: true, force: true });
    }
    say(`of which ingest: ${figure(ingest.seconds)} s, ${figure(ingest.peakMegabytes)} MB`);
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

function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  ).length;
}
