/** Unusable input; each problem reads `file:line: what is wrong. What to do.` */
export class InputError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/**
 * Returns what `read` returns, or a fallback if the input is unusable.
 *
 * @param problems Receives the problems of the input.
 */
export function orElse<T>(fallback: T, problems: string[], read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return fallback;
  }
}
