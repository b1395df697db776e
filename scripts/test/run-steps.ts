import { addTallies, nothing, oneFailed, oneSkipped, renderTally, type Tally } from './tally.ts';

/** One step of the test command. */
export interface Step {
  id: string;
  /** Heading that is printed above its output. */
  name: string;
  /** Id of a step without whose success this one makes no sense. */
  needs?: string;
  run: () => Promise<Tally>;
}

/**
 * Run the steps in order, go on after a failure, and print which failed and the sum of all.
 *
 * A step that throws has failed. A step whose `needs` failed is skipped; if the needed step is not
 * part of this run, it goes ahead with what an earlier run has left.
 *
 * @param print Takes text for the terminal, line ends included.
 * @returns The exit code: 1 when anything failed or nothing at all was run, else 0.
 * @example process.exitCode = await runSteps(steps, (text) => process.stdout.write(text));
 */
export async function runSteps(steps: Step[], print: (text: string) => unknown): Promise<0 | 1> {
  const failed = new Set<string>();
  const failures: string[] = [];
  let sum = nothing;

  for (const step of steps) {
    print(`\n── ${step.name} ──\n`);
    const tally = await tallyOf(step, failed, print);
    sum = addTallies(sum, tally);
    if (tally.failed === 0) continue;
    failed.add(step.id);
    failures.push(step.name);
  }

  print('\n');
  if (failures.length > 0) print(`Failed: ${failures.join('; ')}\n`);
  print(`${renderTally(sum)}\n`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

async function tallyOf(step: Step, failed: Set<string>, print: (text: string) => unknown) {
  if (step.needs !== undefined && failed.has(step.needs)) {
    print(`Skipped: it needs the step "${step.needs}", which failed.\n`);
    return oneSkipped;
  }
  try {
    return await step.run();
  } catch (error) {
    print(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return oneFailed;
  }
}
