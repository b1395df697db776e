import { parseArgs } from 'node:util';

/** Which steps to run, and the words a test file's path must contain one of. */
export interface Arguments {
  only: string[];
  words: string[];
}

/**
 * Read the command line of the test command.
 *
 * Ends the process with exit code 2 and the reason when an option or a step is unknown, so that a
 * mistyped `--only` never looks like a run without failures.
 *
 * @param args The words after the script's name.
 * @param steps Ids of all steps, in order; all are run when `--only` is absent.
 * @example readArguments(['--only', 'unit,lint', 'serve'], ['lint', 'unit', 'build'])
 *   // => { only: ['unit', 'lint'], words: ['serve'] }
 */
export function readArguments(args: string[], steps: string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { only: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    const only = values.only?.flatMap((value) => value.split(',')) ?? steps;
    const unknown = only.find((id) => !steps.includes(id));
    if (unknown !== undefined) throw new Error(`there is no step "${unknown}"`);
    return { only, words: positionals };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`${reason}\nUsage: npm test -- [--only ${steps.join('|')}] [part of a path …]`);
    process.exit(2);
  }
}
