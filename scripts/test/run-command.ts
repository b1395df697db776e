import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { oneFailed, onePassed, type Tally } from './tally.ts';

/**
 * Run a program of the project's packages and let its output through.
 *
 * It gets no standard input, so nothing can wait for an answer.
 *
 * @param command Name of the program, found in `node_modules/.bin` first.
 * @returns One passed, or one failed with the reason printed; never throws.
 * @example await runCommand('biome', ['ci'])
 */
export function runCommand(command: string, args: string[]): Promise<Tally> {
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  return new Promise((done) => {
    const fail = (reason: string) => {
      process.stdout.write(`\n${[command, ...args].join(' ')}: ${reason}\n`);
      done(oneFailed);
    };
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' },
      // Windows starts `.cmd` files through a shell only; all arguments here are constants.
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => fail(`${error.message}. Run npm install first.`));
    child.on('close', (code, signal) => {
      if (code === 0) done(onePassed);
      else fail(signal ? `ended by ${signal}` : `exit code ${code}`);
    });
  });
}
