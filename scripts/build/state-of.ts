/** Whether files changed while something ran. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { walkFolder } from '../list-files.ts';

/** Path → size and time of the last change. */
export type State = Map<string, string>;

/** Returns the state of all files in some folders. Sizes and times are enough, and cheap. */
export function stateOf(folders: readonly string[]): State {
  const state: State = new Map();
  for (const folder of folders) {
    const entries = walkFolder(folder);
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      state.set(path, `${size} ${mtimeMs}`);
    }
  }
  return state;
}

/** Returns the files that were added, changed or removed, in the order of their names. */
export function changedFiles(before: State, after: State): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((path) => before.get(path) !== after.get(path)).sort();
}
