/** A browser's program, and what its environment needs beyond ours. */
export interface Program {
  path: string;
  env?: Record<string, string>;
}

/** A place that browsers come from. */
export interface Source {
  name: string;
  /** What a person reads about it. */
  label: string;
  /** The programs it offers, best first; none when it has nothing here. May install one. */
  find: () => Promise<Program[]>;
}

/**
 * Keep all sources, or the one that was asked for.
 *
 * @param wanted Its name; all sources when undefined or empty.
 * @throws When no source has that name.
 */
export function chooseSources(sources: Source[], wanted: string | undefined): Source[] {
  if (!wanted) return sources;
  const chosen = sources.filter((source) => source.name === wanted);
  if (chosen.length > 0) return chosen;
  const names = sources.map((source) => source.name).join(', ');
  throw new Error(`BROWSER_SOURCE=${wanted}: there is no such source. Use one of: ${names}.`);
}

/**
 * Start the first program that works.
 *
 * Sources are asked one after the other, and only as long as nothing has started, since the last
 * ones install a browser. A source that throws and a program that does not start are passed over.
 *
 * @param start Starts a program; rejects when it does not work.
 * @param log Takes a line when a browser had to be passed over and another one was taken.
 * @returns What `start` gave for it.
 * @throws An error that names everything that was tried, and what to do.
 * @example await firstThatStarts(sources, (program) => chromium.launch(program), console.error)
 */
export async function firstThatStarts<Started>(
  sources: Source[],
  start: (program: Program) => Promise<Started>,
  log: (text: string) => void = () => {},
): Promise<Started> {
  const failures: string[] = [];
  for (const source of sources) {
    try {
      const programs = await source.find();
      if (programs.length === 0) failures.push(`${source.label}: nothing found`);
      for (const program of programs) {
        try {
          const started = await start(program);
          const broken = failures.filter((failure) => !failure.endsWith(': nothing found'));
          if (broken.length > 0) log(`Browser: ${program.path}, after\n${listOf(broken)}`);
          return started;
        } catch (error) {
          failures.push(`${source.label}: ${program.path} does not start (${reasonOf(error)})`);
        }
      }
    } catch (error) {
      failures.push(`${source.label}: ${reasonOf(error)}`);
    }
  }
  throw new Error(
    `No browser was found that starts. Install Chromium or Chrome, or set CHROMIUM_PATH to one. Tried:\n${listOf(failures)}`,
  );
}

/** The line of an error that says most: Playwright puts a whole log behind it. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /error while loading|not found|ENOENT|EACCES/i.test(line));
  return telling ?? lines[0] ?? '';
}

function listOf(failures: string[]): string {
  return failures.map((failure) => `  - ${failure}`).join('\n');
}
