/** The whole build at several sizes, against stock Starlight with as many pages of the same texts. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../list-files.ts';
import { copyProject } from './copy-project.ts';
import { type Cost, measure } from './measure.ts';
import { multiplyContent } from './multiply.ts';
import { writeStockProject } from './stock-project.ts';
import { figure } from './table.ts';

/** Stock Starlight would need more memory than most machines have. */
const maxStock = 10_000;

/** What a program cost at one size. */
export interface Run {
  program: 'permalinks' | 'first ingest' | 'this site' | 'stock Starlight';
  codes: number;
  /** HTML files and all files written; 0 for the steps before the build. */
  pages: number;
  files: number;
  cost: Cost;
}

/**
 * Runs every step of each size once, ours and stock Starlight one after the other.
 *
 * @param sizes Numbers of codes; each is rounded to a multiple of those in `content/`.
 * @param withStock Whether to build stock Starlight too, up to 10,000 codes.
 * @param progress Receives what is being done, and each result.
 */
export async function measureBuilds(
  sizes: number[],
  withStock: boolean,
  progress: (text: string) => void,
): Promise<Run[]> {
  const runs: Run[] = [];
  for (const size of sizes) {
    const root = copyProject('own');
    const codes = multiplyContent(root, size);
    const run = async (program: Run['program'], folder: string, command: string[]) => {
      progress(`${codes} codes: ${program}`);
      const cost = await measure(command, folder);
      const dist = join(folder, 'dist');
      const files = existsSync(dist) ? listFiles(dist) : [];
      const pages = files.filter((name) => name.endsWith('.html')).length;
      runs.push({ program, codes, pages, files: files.length, cost });
      progress(JSON.stringify(runs.at(-1)));
    };
    await run('permalinks', root, ['node', 'scripts/permalinks.ts']);
    await run('first ingest', root, ['node', 'scripts/ingest.ts']);
    await run('this site', root, ['node', 'scripts/build.ts']);
    if (withStock && size <= maxStock) {
      const stock = writeStockProject(root);
      rmSync(root, { recursive: true, force: true });
      await run('stock Starlight', stock, ['astro', 'build']);
      rmSync(stock, { recursive: true, force: true });
    }
    rmSync(root, { recursive: true, force: true });
  }
  return runs;
}

/** Returns the runs as rows of a table; a code has two pages of its own, one a language. */
export function rowsOf(runs: readonly Run[]): Record<string, string>[] {
  return runs.map(({ program, codes, pages, files, cost }) => ({
    program,
    codes: codes.toLocaleString('en'),
    pages: pages === 0 ? '' : pages.toLocaleString('en'),
    'files a code': files === 0 ? '' : figure(files / codes),
    s: figure(cost.seconds),
    'processor time (s)': figure(cost.cpuSeconds),
    'processor ms a code page': pages === 0 ? '' : figure(msACodePage({ codes, cost })),
    'peak memory (MB)': figure(cost.peakMegabytes),
  }));
}

/** Returns how the site compares with stock Starlight, and how its cost grows, a line each. */
export function ratiosOf(runs: readonly Run[]): string[] {
  const own = runs.filter(({ program }) => program === 'this site');
  const [smallest] = own;
  return own.flatMap((run) => {
    const stock = runs.find(
      ({ program, codes }) => program === 'stock Starlight' && codes === run.codes,
    );
    const share = (part: keyof Cost, whole: Run) =>
      figure((run.cost[part] ?? Number.NaN) / (whole.cost[part] ?? Number.NaN));
    const name = `${run.codes.toLocaleString('en')} codes`;
    return [
      ...(stock
        ? [
            `${name}: a code page takes ${share('cpuSeconds', stock)} of the processor time of stock Starlight, ${share('seconds', stock)} of the time and ${share('peakMegabytes', stock)} of the memory`,
          ]
        : []),
      ...(smallest && run !== smallest
        ? [
            `${name}: a code page takes ${figure(msACodePage(run) / msACodePage(smallest))} of the processor time at ${smallest.codes.toLocaleString('en')} codes`,
          ]
        : []),
    ];
  });
}

const msACodePage = ({ codes, cost }: Pick<Run, 'codes' | 'cost'>): number =>
  ((cost.cpuSeconds ?? Number.NaN) * 1000) / (2 * codes);
