/** How long `npm run ingest` takes when nothing has changed since the last time. */
import { projectRoot } from './machine.ts';
import { measure } from './measure.ts';
import { figure, median } from './table.ts';

/** @param repeat How often; the middle and the best are told. */
export async function measureUnchanged(repeat: number, say: (text: string) => void) {
  const command = ['node', 'scripts/ingest.ts'];
  await measure(command, projectRoot);
  const costs = [];
  for (let round = 1; round <= repeat; round += 1) {
    say(`unchanged: round ${round} of ${repeat}`);
    costs.push(await measure(command, projectRoot));
  }
  const seconds = costs.map((cost) => cost.seconds);
  return [
    {
      'median (s)': figure(median(seconds)),
      'best (s)': figure(Math.min(...seconds)),
      'processor time (s)': figure(median(costs.map((cost) => cost.cpuSeconds ?? Number.NaN))),
      'peak memory (MB)': figure(
        Math.max(...costs.map((cost) => cost.peakMegabytes ?? Number.NaN)),
      ),
    },
  ];
}
