/** Where and with what a measurement was made. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Machine and versions, a line each. */
export function describeMachine(): string[] {
  const version = (name: string): string => {
    const file = join(projectRoot, 'node_modules', name, 'package.json');
    return `${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
  };
  const [cpu] = cpus();
  return [
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
    [
      `Node ${process.versions.node}`,
      ...['astro', '@astrojs/starlight', 'pagefind', 'lighthouse'].map(version),
    ].join(', '),
  ];
}

/** How busy the machine was in the last five minutes, ourselves included: tasks that run or wait. */
export const describeLoad = () => (loadavg()[1] ?? 0).toFixed(1);
