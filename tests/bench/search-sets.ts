/** The texts that the search is measured with, and what counts as right. */
import { existsSync, readFileSync } from 'node:fs';
import type { Code } from '../../src/model/case.ts';
import type { PageResult } from './search-page.ts';

/** A text and the codes that answer it. */
export interface Query {
  class: string;
  query: string;
  codes: string[];
}

/** A pasted error with its code and, where the text says so, its case. */
export interface PastedError {
  id: string;
  shape: string;
  text: string;
  catalog: string;
  code: string;
  case?: { status: string; message: string } | null;
}

const queriesFile = '../shared/benchmarks/search-queries.json';

/** The queries, or nothing where they are not at hand. */
export function readQueries(): Query[] | undefined {
  if (!existsSync(queriesFile)) return undefined;
  return JSON.parse(readFileSync(queriesFile, 'utf8'));
}

export function readPastedErrors(): PastedError[] {
  return JSON.parse(readFileSync('tests/fixtures/lookup/pasted-errors.json', 'utf8'));
}

/** A text as it is, or one to be made by repeating a piece. */
type UnknownText = { id: string } & (
  | { text: string }
  | { generate: { unit: string; bytes: number } }
);

/** Texts that are about no known code; some of them are a megabyte. */
export function readUnknownTexts(): { id: string; text: string }[] {
  const file = readFileSync('tests/fixtures/lookup/unknown-texts.json', 'utf8');
  return (JSON.parse(file) as UnknownText[]).map((item) => {
    if ('text' in item) return item;
    const { unit, bytes } = item.generate;
    return { id: item.id, text: unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit))) };
  });
}

/**
 * Whether the first result is the right code and, if the error has one, the right case.
 *
 * @param codes Every code, as ingest wrote them.
 */
export function isRightCase(
  expected: PastedError,
  first: PageResult | undefined,
  codes: readonly Code[],
): boolean {
  if (first?.code !== expected.code || first.catalog !== expected.catalog) return false;
  if (!expected.case) return true;
  const { status, message } = expected.case;
  const known = codes.find(
    ({ catalog, code }) => catalog === expected.catalog && code === expected.code,
  );
  const right = known?.cases.filter(({ entries }) =>
    entries.some((entry) => entry.httpStatus?.plain === status && entry.message?.plain === message),
  );
  if (right?.length === 0) throw new Error(`${expected.id}: no case ${status} ${message}`);
  return right?.some(({ id }) => id === first.case) ?? false;
}

export function readCodes(): Code[] {
  return ['apig', 'jdcloud-apigateway'].flatMap(
    (catalog) => JSON.parse(readFileSync(`src/content/codes/${catalog}.json`, 'utf8')).codes,
  );
}

/** Share of answers with a right code among the first so many. */
export function hitRate(
  answers: readonly { codes: readonly string[]; results: readonly PageResult[] }[],
  among: number,
): number {
  const hits = answers.filter(({ codes, results }) =>
    results.slice(0, among).some(({ code }) => codes.includes(code)),
  );
  return answers.length === 0 ? 1 : hits.length / answers.length;
}

/** The value below which such a share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
