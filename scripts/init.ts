/**
 * `npm run init -- DIR`: makes a project of its own from this engine, or upgrades the engine of one.
 *
 * A new project gets a copy of the engine, and `content/` without documents. In a folder that was made
 * so, the engine's files are replaced by those of this checkout; what is the project's own stays.
 *
 * Exit codes: 0 done; 1 a file of the engine was changed in the project, and nothing was written; 2
 * wrong usage.
 */
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { problemsOf } from './ingest/load/input-error.ts';
import { printProblems } from './ingest/report/terminal.ts';
import { createContent } from './init/create-content.ts';
import { engineFile, updateEngine } from './init/update-engine.ts';
import { isInside } from './is-inside.ts';
import { exitWithUsage, readArguments } from './read-options.ts';

const usage = 'npm run init -- DIR';
const [given, ...others] = readArguments({}, usage).positionals;
if (given === undefined || others.length > 0) exitWithUsage('Name one folder.', usage);
const engine = dirname(import.meta.dirname);
// npm runs scripts in the project's root.
const project = resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
// The cache is no part of the engine.
if (isInside(project, engine) && !isInside(project, join(engine, '.cache')))
  exitWithUsage(`${project} is in this engine. Name a folder outside of it.`, usage);
if (existsSync(project) && !statSync(project).isDirectory())
  exitWithUsage(`${project} is a file. Name a folder.`, usage);
const isNew = !existsSync(join(project, engineFile));
try {
  const isUpgrade = !isNew;
  const isEmpty = !existsSync(project) || readdirSync(project).every((name) => name === '.git');
  if (!isUpgrade && !isEmpty)
    exitWithUsage(`${project} is not empty, and no project of this engine.`, usage);
  createFolders(project);
  const { changed, removed } = updateEngine(engine, project);
  createContent(engine, project);
  console.log(
    isUpgrade
      ? `${changed.length} files of the engine replaced, ${removed.length} removed. Run \`npm ci\` and \`npm run build\` in ${project}.`
      : `${project} is a new project. Next, in this folder: \`npm ci\`, edit content/site.yaml, and \`npm run add -- FILE --catalog new --title "Our API / 我们的API"\`. Then \`npm start\` builds and serves the site.`,
  );
} catch (error) {
  printProblems(problemsOf(error));
  if (isNew) removeEmptyFolders(project);
  console.error('Nothing was written.');
  process.exitCode = 1;
}

/** Removes a folder, and those in it, as far as they have no files: the next try finds it empty. */
function removeEmptyFolders(folder: string): void {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  for (const entry of entries)
    if (entry.isDirectory() && entry.name !== '.git') removeEmptyFolders(join(folder, entry.name));
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Makes a folder and those above it, one by one: Node's own way never ends below `/proc`. */
function createFolders(folder: string): void {
  if (existsSync(folder)) return;
  createFolders(dirname(folder));
  mkdirSync(folder);
}
