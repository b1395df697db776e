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

/**
 * Returns what kept a command from its work, in words.
 *
 * @throws The error itself if neither the input nor the disk is the reason.
 */
export function problemsOf(error: unknown): string[] {
  if (error instanceof InputError) return error.problems;
  const { syscall, message, path } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  const place = path === undefined || message.includes(path) ? '' : `${path}: `;
  const isTaken = /\b(?:EEXIST|ENOTDIR|EISDIR)\b/.test(message);
  const advice = isTaken
    ? 'Something else is at this path: move it'
    : 'Free disk space or fix the permissions';
  return [`${place}${message}. ${advice}, and run it again.`];
}
