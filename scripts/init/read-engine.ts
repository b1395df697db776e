import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownedFolders } from '../ingest/write/index.ts';
import { listFiles } from '../list-files.ts';

/** Files and folders that a project gets from the engine. */
const parts = [
  '.gitattributes',
  '.github/workflows/review.yml',
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'LICENSE',
  'astro.config.mjs',
  'deploy',
  'docs',
  'package-lock.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
];
/** What is only for work on the engine itself. */
const ownWork = /^scripts\/(bench\/|init\/|lexicon\/|(init|lexicon|test)\.ts$)/;

/**
 * Returns the files of the engine, as a project gets them.
 *
 * @param root The root of the engine.
 * @param project The folder of the project; its name is the name of the package.
 * @returns Path from the root → bytes.
 */
export function readEngine(root: string, project: string): Map<string, Buffer> {
  const generated = [...ownedFolders(root, []), 'src/content/site.json'];
  const isOurs = (path: string) =>
    !ownWork.test(path) && generated.every((one) => path !== one && !path.startsWith(`${one}/`));
  const files = new Map<string, Buffer>();
  for (const path of parts.flatMap((part) => filesOf(root, part)).filter(isOurs))
    files.set(path, readFileSync(join(root, path)));
  files.set('package.json', Buffer.from(packageFor(root, basename(project), files)));
  return files;
}

function filesOf(root: string, part: string): string[] {
  const path = join(root, part);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [part];
  return listFiles(path).map((name) => `${part}/${name}`);
}

/** The engine's package, with the commands whose programs the project has. */
function packageFor(root: string, name: string, files: ReadonlyMap<string, Buffer>): string {
  const { scripts, ...rest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = Object.entries<string>(scripts).filter(([, command]) => {
    const programs = command.match(/\b(?:scripts|tests)\/\S+/g) ?? [];
    return programs.length > 0 && programs.every((program) => files.has(program));
  });
  const own = { ...rest, name: name.toLowerCase(), scripts: Object.fromEntries(commands) };
  return `${JSON.stringify(own, null, 2)}\n`;
}
