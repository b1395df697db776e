import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes files as wholes: first each is written beside its place, then all are renamed. So a full disk or a
 * file that cannot be replaced leaves all as it was, and a stop at any moment leaves whole files. Who stops the program
 * in between stops it behind the last file.
 *
 * @param given Path → content.
 * @throws If a file cannot be written.
 */
export function replaceFiles(given: ReadonlyMap<string, string | Uint8Array>): void {
  holdSignals();
  // A link stays, and the file to which it leads is replaced.
  const files = new Map([...given].map(([path, content]) => [targetOf(path), content]));
  const staged = (path: string) => `${path}.staged`;
  const begun: string[] = [];
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(path), { recursive: true });
      begun.push(path);
      writeFileSync(staged(path), content);
    }
  } catch (error) {
    for (const path of begun) rmSync(staged(path), { force: true });
    // A full disk is reported without the file.
    const { path = begun.at(-1) } = error as NodeJS.ErrnoException;
    throw Object.assign(error as Error, { path });
  }
  const done = new Map<string, Buffer | undefined>();
  try {
    for (const path of files.keys()) {
      const before = existsSync(path) ? readFileSync(path) : undefined;
      renameSync(staged(path), path);
      done.set(path, before);
    }
  } catch (error) {
    for (const [path, before] of done) restore(path, before);
    for (const path of files.keys()) rmSync(staged(path), { force: true });
    throw error;
  }
}

let areHeld = false;

/** Lets signals that end the program wait until it does nothing else. */
function holdSignals(): void {
  if (areHeld) return;
  areHeld = true;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = (signal: NodeJS.Signals) => {
    release();
    process.kill(process.pid, signal);
  };
  const release = () => {
    areHeld = false;
    for (const signal of signals) process.off(signal, end);
  };
  for (const signal of signals) process.on(signal, end);
  setImmediate(release);
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function restore(path: string, before: Buffer | undefined): void {
  if (before === undefined) rmSync(path, { force: true });
  else {
    writeFileSync(`${path}.staged`, before);
    renameSync(`${path}.staged`, path);
  }
}

/** Writes one file as {@link replaceFiles} does. */
export const replaceFile = (path: string, content: string) =>
  replaceFiles(new Map([[path, content]]));
