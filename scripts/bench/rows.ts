/** Rows a second of the RST reader, against docutils on the same file. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './machine.ts';
import { measure } from './measure.ts';
import { withOtherCodes } from './multiply.ts';
import { figure, median } from './table.ts';

const source = 'content/sources/apig/otc-2024-12.en.rst';
/** Copies of the document in one file: about 2,800 rows. */
const copies = 40;

/**
 * Runs both programs in turn, from start to end, and takes the middle of each.
 *
 * @param repeat How often.
 */
export async function measureRows(repeat: number, say: (text: string) => void) {
  const folder = join(projectRoot, '.cache', 'bench');
  const file = join(folder, 'rows.rst');
  const text = readFileSync(join(projectRoot, source), 'utf8');
  const all = Array.from({ length: copies }, (_, number) => withOtherCodes(text, number));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, all.join('\n\n'));
  const programs: Record<string, string[]> = {
    'this reader': ['node', 'scripts/bench/read-rows.ts', file],
    docutils: ['python3', 'scripts/bench/docutils-rows.py', file],
  };
  if (spawnSync('python3', ['-c', 'import docutils'], { stdio: 'ignore' }).status !== 0) {
    say('docutils is not measured: python3 has none here (Debian: python3-docutils).');
    delete programs['docutils'];
  }
  const seconds = new Map(Object.keys(programs).map((name): [string, number[]] => [name, []]));
  const counts = new Map<string, number>();
  for (let round = 1; round <= repeat; round += 1) {
    say(`rows: round ${round} of ${repeat}`);
    for (const [name, command] of Object.entries(programs)) {
      const cost = await measure(command, projectRoot);
      seconds.get(name)?.push(cost.cpuSeconds ?? cost.seconds);
      counts.set(name, Number(cost.output.trim().split('\n').at(-1)));
    }
  }
  const base = median(seconds.get('docutils') ?? []);
  return [...seconds].map(([name, values]) => ({
    program: name,
    rows: String(counts.get(name)),
    'processor time (s)': figure(median(values)),
    'rows/s': figure((counts.get(name) ?? 0) / median(values)),
    'times docutils': Number.isNaN(base) ? '–' : figure(base / median(values)),
  }));
}
