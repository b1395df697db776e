import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readCuration } from '../ingest/load/curation.ts';
import { InputError, problemsOf } from '../ingest/load/input-error.ts';
import { registryFile } from '../ingest/load/registry.ts';
import { digestOf, readLock } from '../ingest/load/sources-lock.ts';
import { failedWith, hasFailed, ingest } from '../ingest/pipeline.ts';
import { padWide } from '../ingest/read/width.ts';
import { describeErrors } from '../ingest/report/terminal.ts';
import { writeIngested } from '../ingest/run.ts';
import { renderReview } from '../review/report/index.ts';
import { reviewContent } from '../review/review-content.ts';
import { applyAddition } from './apply-addition.ts';
import type { Terminal } from './ask.ts';
import { findOrigin } from './find-origin.ts';
import type { Question } from './notes.ts';
import type { Options } from './options.ts';
import { type Plan, planAddition } from './plan-addition.ts';
import { type NewDocument, readNewDocument } from './read-document.ts';

/** How a document is added. */
interface Manner {
  isDryRun: boolean;
  /** An empty folder. */
  stage: string;
  print: (line: string) => void;
  /** Without one, nothing is asked. */
  terminal?: Terminal | undefined;
}

/** The document was added, but its pages were not written. */
export class PagesError extends InputError {}

/**
 * Adds a document to a catalog, and prints what was guessed, what was written, and the review.
 *
 * @param paths Absolute paths of the files of the document, or of its folder.
 * @returns What must be given; empty if the document was added.
 * @throws InputError if the document cannot be read or ingested; nothing was written then. PagesError if the
 *   document was added, and only its pages could not be written.
 */
export async function addDocument(
  root: string,
  paths: readonly string[],
  given: Options,
  { isDryRun, stage, print, terminal }: Manner,
): Promise<Question[]> {
  const before = isEmptyRegistry(root) ? failedWith([]) : ingest(root);
  if (hasFailed(before))
    throw new InputError([...before.problems, ...describeErrors(before.findings)]);
  const curation = readCuration(root);
  const document = readNewDocument(paths, stage, given, curation);
  const options: Options = { ...given };
  const origin = document.folder !== undefined ? {} : findOrigin(root, paths[0] ?? '');
  let plan = planAddition(document, options, before.catalogs, origin);
  const same = findSame(root, document.files);
  if (same && plan.questions.some(({ option }) => option === 'follows'))
    throw new InputError([
      `${paths[0]}:1: the same file is ${same} already. Give --follows if another edition has the same text.`,
    ]);
  if (terminal && plan.questions.length > 0) for (const line of renderPlan(plan)) print(line);
  for (let [next] = plan.questions; next && terminal; [next] = plan.questions) {
    options[next.option] = await terminal.ask(next.text);
    plan = planAddition(document, options, before.catalogs, origin);
  }
  for (const line of renderPlan(plan)) print(line);
  if (plan.addition === undefined) return plan.questions;
  if (terminal && !isDryRun && !/^y/i.test(await terminal.ask('Add it?', 'yes'))) return [];
  const added = applyAddition(root, document, plan.addition, isDryRun);
  for (const file of added.files) print(`${isDryRun ? 'would write' : 'wrote'} ${file}`);
  const names = { before: 'before', after: 'now' };
  print(renderReview(reviewContent(before, added.ingested, names, curation.glossary), 'text'));
  if (!isDryRun) {
    try {
      writeIngested(root, added.ingested);
    } catch (error) {
      throw new PagesError(problemsOf(error));
    }
  }
  return [];
}

const widthOf = (text: string) => padWide(text).length;

/** Whether a project has no catalog yet; what is wrong with its registry is for ingest to say. */
function isEmptyRegistry(root: string): boolean {
  const path = join(root, registryFile);
  if (!existsSync(path)) return true;
  try {
    return (parse(readFileSync(path, 'utf8')) ?? []).length === 0;
  } catch {
    return false;
  }
}

function renderPlan({ lines }: Plan): string[] {
  const columns = ([0, 1] as const).map((at) =>
    Math.min(40, Math.max(...lines.map((line) => widthOf(line[at])))),
  );
  const pad = (text: string, at: number) =>
    text + ' '.repeat(Math.max(0, (columns[at] ?? 0) - widthOf(text)));
  return [
    ...lines.map(([field, value, because]) => `${pad(field, 0)}  ${pad(value, 1)}  ${because}`),
    '',
  ];
}

/** Returns the first source file with the same bytes, if every file has one. */
function findSame(root: string, files: NewDocument['files']): string | undefined {
  const locked = new Map([...readLock(root)].map(([path, digest]) => [digest, path]));
  const same = files.map(({ from }) => locked.get(digestOf(readFileSync(from))));
  return same.every((path) => path !== undefined) ? same[0] : undefined;
}
