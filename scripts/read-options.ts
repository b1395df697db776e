import { readFileSync } from 'node:fs';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/**
 * Returns the options of a command line. Ends the process with exit code 2 and the usage when an
 * option is unknown or lacks its value, so that a mistyped option never looks like success. `--help`
 * prints the comment at the beginning of the command's file. An option may be spelt as the field that
 * it is about: `--licenceUrl`.
 *
 * @param options Options as `parseArgs` of node:util takes them.
 * @param usage How to call the command.
 * @example readOptions({ check: { type: 'boolean' } }, 'npm run ingest -- [--check]') // => { check: true }
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  options: Options,
  usage: string,
) {
  return readArguments(options, usage, false).values;
}

/** Returns options as `readOptions` does, and the other arguments, such as files. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  options: Options,
  usage: string,
  allowPositionals = true,
) {
  const [, script = '', ...given] = process.argv;
  if (given.includes('--help') || given.includes('-h')) {
    console.log(describeCommand(readFileSync(script, 'utf8')));
    process.exit(0);
  }
  const args = given.map((argument) =>
    argument.replace(/^--[a-z]+[A-Z][^=]*/, (name) =>
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    ),
  );
  try {
    const { tokens, ...read } = parseArgs({ args, options, allowPositionals, tokens: true });
    checkTokens(tokens, options);
    return read;
  } catch (error) {
    return exitWithUsage(error instanceof Error ? error.message : String(error), usage);
  }
}

/** @throws If an option is given twice, or with an empty value: one of them would be ignored. */
function checkTokens(
  tokens: readonly { kind: string; name?: string; value?: string | undefined }[],
  options: ParseArgsOptionsConfig,
): void {
  const seen = new Set<string>();
  for (const { kind, name = '', value } of tokens) {
    if (kind !== 'option') continue;
    if (seen.has(name) && !options[name]?.multiple) throw new Error(`--${name} is given twice.`);
    if (value === '') throw new Error(`--${name} has no value.`);
    seen.add(name);
  }
}

/** Returns the first comment of a command's source, without its signs. */
function describeCommand(source: string): string {
  const [, comment = ''] = /^\/\*\*(.*?)\*\//s.exec(source) ?? [];
  return comment.replace(/^ \* ?/gm, '').trim();
}

/** Returns an option that must be one of a list. */
export function readChoice<Value extends string>(
  name: string,
  given: string | boolean | undefined,
  values: readonly Value[],
  usage: string,
): Value | undefined {
  const value = values.find((item) => item === given);
  if (given !== undefined && value === undefined)
    exitWithUsage(`--${name}: ${given} is not one of ${values.join(', ')}.`, usage);
  return value;
}

/** Reports wrong usage and ends the process with exit code 2. */
export function exitWithUsage(problem: string, usage: string): never {
  console.error(`${problem}\nUsage: ${usage}`);
  process.exit(2);
}
