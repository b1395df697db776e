import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { oneFailed, onePassed, type Tally } from './tally.ts';

/**
 * Run programs one after the other up to the first that fails, and let their output through.
 *
 * They get no standard input, so nothing can wait for an answer. Programs of the project's packages
 * are found first.
 *
 * @param lines Program and arguments, separated by single spaces; there is no quoting.
 * @returns One passed, or one failed with the reason printed; never throws.
 * @example await runCommands('npm run ingest', 'astro check')
 */
export async function runCommands(...lines: string[]): Promise<Tally> {
  for (const line of lines) {
    const failure = await runCommand(line);
    if (failure === undefined) continue;
    process.stdout.write(`\n${line}: ${failure}\n`);
    return oneFailed;
  }
  return onePassed;
}

/** Run one program; tells why it failed, or nothing. */
function runCommand(line: string): Promise<string | undefined> {
  const [command = '', ...args] = line.split(' ');
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' },
      // Windows starts `.cmd` files through a shell only; all arguments here are constants.
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => done(`${error.message}. Run npm install first.`));
    child.on('close', (code, signal) => {
      if (code === 0) done(undefined);
      else done(signal ? `ended by ${signal}` : `exit code ${code}`);
    });
  });
}
