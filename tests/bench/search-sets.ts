/** The texts that the search of the built site is measured with, and what counts as right. */
import { existsSync, readFileSync } from 'node:fs';
import {
  caseIdOf,
  type PastedError,
  type Query,
  readFixture,
  textOf,
  type UnknownText,
} from '../fixtures/lookup/measure.ts';
import type { PageResult } from './search-page.ts';

const queriesFile = '../shared/benchmarks/search-queries.json';

/** Returns the queries, or nothing if the benchmark is not at hand. */
export function readQueries(): Query[] | undefined {
  if (!existsSync(queriesFile)) return undefined;
  return JSON.parse(readFileSync(queriesFile, 'utf8'));
}

export const readPastedErrors = () => readFixture<PastedError>('pasted-errors.json');

/** Returns texts that are about no known code; some of them are a megabyte. */
export function readUnknownTexts(): { id: string; text: string }[] {
  return readFixture<UnknownText>('unknown-texts.json').map((item) => ({
    id: item.id,
    text: textOf(item),
  }));
}

/** Whether the first result is the right code and, if the error has one, the right case. */
export function isRightCase(expected: PastedError, first: PageResult | undefined): boolean {
  if (first?.code !== expected.code || first.catalog !== expected.catalog) return false;
  if (!expected.case) return true;
  const id = caseIdOf(expected);
  if (id === undefined) throw new Error(`${expected.id}: its case is unknown`);
  return first.case === id;
}

/** Returns the share of answers with a right code among the first `among` results. */
export function hitRate(
  answers: readonly { codes: readonly string[]; results: readonly PageResult[] }[],
  among: number,
): number {
  const hits = answers.filter(({ codes, results }) =>
    results.slice(0, among).some(({ code }) => codes.includes(code)),
  );
  return answers.length === 0 ? 1 : hits.length / answers.length;
}
