/**
 * Runs a measuring program of `tests/bench`. Those stand with the tests, which know the browser and
 * the pages; this folder imports nothing from there.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from './machine.ts';

/**
 * Read what a program prints, line by line as it comes.
 *
 * @param name Name of the file in `tests/bench`.
 * @throws When the program fails; what it says about it goes to the terminal.
 * @example for await (const line of readLines('typing.ts', [])) say(line);
 */
export async function* readLines(name: string, args: string[]): AsyncGenerator<string> {
  const child = spawn(process.execPath, [join(projectRoot, 'tests', 'bench', name), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  yield* createInterface({ input: child.stdout });
  const code = await ended;
  if (code !== 0) throw new Error(`tests/bench/${name} failed (exit code ${code})`);
}
