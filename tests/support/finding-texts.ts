/** Texts whose codes, or whose having none, were written down before the lookup was run, and how it does on them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCatalogs, readCodes } from '../../src/data/read-content.ts';
import { answerText } from '../../src/lookup/answer-text.ts';
import { buildLookupIndex } from '../../src/lookup/index/build-index.ts';
import type { LookupIndex } from '../../src/lookup/index/index-format.ts';
import type { IndexSource } from '../../src/lookup/index/prepare-index.ts';
import type { Result } from '../../src/lookup/result.ts';
import { parseSynonyms } from '../../src/model/synonyms.ts';
import { projectRoot } from './content.ts';

const source = pathToFileURL(join(projectRoot, 'src/'));
/** The codes of the real documents, as ingest wrote them. */
export const codes = [...readCodes(source)].flatMap((catalog) => catalog.codes);
if (codes.length === 0) throw new Error('Run `npm run ingest` first.');

const read = <T>(path: string): T => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));

/** The synonyms of content/curation. */
export const synonyms = parseSynonyms(
  readFileSync(join(projectRoot, 'content/curation/synonyms.yaml'), 'utf8'),
);

/** The index of the real documents. */
export const index: Required<LookupIndex> = buildLookupIndex(codes, readCatalogs(source), synonyms);

/** A text with the codes of which one must come first; `null` if it is about no known code. */
export interface FindingText {
  id: string;
  class?: string;
  paste: string;
  code: string | string[] | null;
  catalog?: string;
  /** Pattern of the id of the case. */
  case?: string;
  /** Every code that the text names. */
  all?: string[];
  /** How sure the first result is. */
  match?: Result['match'];
  /** The code that comes first as a guess, because its number is that of an unknown code. */
  near?: string;
  /** Lines around the text, as many before it as after it, and how often all of this is repeated. */
  amid?: { unit: string; times: number; repeat?: number };
  /**
   * `blind`: written from the documents alone, by someone who had not seen the rules; `late`: written
   * after the others, to measure them.
   */
  set?: 'tune' | 'measure' | 'blind' | 'late';
  /** The errors in the order of the text: code, or "? " and an unknown one; line; number. */
  incidents?: [code: string, line: number, count: number][];
}

/** Errors as people paste them, each with its code and case, or without a case. */
export function readPasted(): FindingText[] {
  interface PastedError {
    id: string;
    shape: string;
    text: string;
    catalog: string;
    code: string;
    /** By status and message of the newest document. */
    case: { status: string; message: string } | null;
  }
  return read<PastedError[]>('tests/fixtures/lookup/pasted-errors.json').map((error) => {
    const { id, shape, text, catalog, code, case: wanted } = error;
    const own = codes.find((item) => item.catalog === catalog && item.code === code);
    const found = own?.cases.find(({ entries }) =>
      entries.some(
        ({ httpStatus, message }) =>
          httpStatus?.plain === wanted?.status && message?.plain === wanted?.message,
      ),
    );
    if (wanted && !found) throw new Error(`${id}: its case is unknown`);
    return { id, class: shape, paste: text, catalog, code, case: `^${found?.id ?? ''}$` };
  });
}

/** Texts that are about no known code; some of them are a megabyte. */
export function readUnknown(): FindingText[] {
  interface UnknownText {
    id: string;
    text?: string;
    generate?: { unit: string; bytes: number };
  }
  const texts = read<UnknownText[]>('tests/fixtures/lookup/unknown-texts.json');
  return texts.map(({ id, text = '', generate: { unit, bytes } = { unit: text, bytes: 0 } }) => ({
    id,
    paste: bytes > 0 ? unit.repeat(Math.ceil(bytes / unit.length)).slice(0, bytes) : text,
    code: null,
  }));
}

/** Search queries; none if the benchmark is not at hand. */
export function readQueries(): FindingText[] {
  const file = '../shared/benchmarks/search-queries.json';
  if (!existsSync(join(projectRoot, file))) return [];
  return read<{ class: string; query: string; codes: string[] }[]>(file).map((item) => ({
    id: item.query,
    class: item.class,
    paste: item.query,
    code: item.codes,
  }));
}

/** Returns every set of texts by its name: those kept outside the repository, and those of the fixtures. */
export function readFindingSets(): Record<string, FindingText[]> {
  const names = ['adversarial', 'foreign', 'probes', 'colliding-codes'];
  const own = read<FindingText[]>('tests/fixtures/lookup/finding-texts.json').map(surround);
  return {
    ...Object.fromEntries(
      names.map((name) => [name, read<FindingText[]>(`../shared/cases/finding/${name}.json`)]),
    ),
    ...(Object.groupBy(own, ({ set = 'other' }) => set) as Record<string, FindingText[]>),
    queries: readQueries(),
    pasted: readPasted(),
    unknown: readUnknown(),
  };
}

function surround(text: FindingText): FindingText {
  if (!text.amid) return text;
  const { unit, times, repeat = 1 } = text.amid;
  const lines = unit.repeat(times);
  const after = repeat > 1 ? '' : lines;
  return { ...text, paste: `${lines}${text.paste}\n${after}`.repeat(repeat) };
}

/** Codes whose whole message is in the last line of a text, beside the codes that it names. */
const alsoAbout: Readonly<Record<string, string[]>> = { a4: ['APIG.0402'], a5: ['APIG.0402'] };

type Found = Pick<Result, 'catalog' | 'code'> & { case?: string | undefined };

/** Returns the place of the first right code from 1, 0 if there is none. */
export function placeOf({ code, catalog }: FindingText, results: readonly Found[]): number {
  const right = [code ?? []].flat();
  const isRight = (one: Found) =>
    right.includes(one.code) && (catalog === undefined || one.catalog === catalog);
  return results.findIndex(isRight) + 1;
}

/** Whether the code and the case of the first result are right. */
export const isRightFirst = (text: FindingText, results: readonly Found[]) =>
  placeOf(text, results) === 1 && new RegExp(text.case ?? '').test(results[0]?.case ?? '');

export interface FindingAnswer extends FindingText {
  results: Result[];
  place: number;
  /** Codes that are called exact, or that come first as likely, although the text is not about them. */
  wronglyExact: string[];
  wronglyLikely: string[];
  isRightCase: boolean;
  milliseconds: number;
}

/** Looks texts up. */
export function answerFinding(
  texts: readonly FindingText[],
  searched: LookupIndex | IndexSource = index,
): FindingAnswer[] {
  return texts.map((text) => {
    const about = new Set([text.code ?? [], text.all ?? [], alsoAbout[text.id] ?? []].flat());
    const before = performance.now();
    const { results } = answerText(text.paste, searched, 'en');
    const milliseconds = performance.now() - before;
    const wrong = (match: Result['match'], some: readonly Result[]) =>
      some.filter((one) => one.match === match && !about.has(one.code)).map(({ code }) => code);
    const found = results.find(({ code }) => about.has(code));
    return {
      ...text,
      results,
      milliseconds,
      place: placeOf(text, results),
      wronglyExact: wrong('exact', results),
      wronglyLikely: wrong('likely', text.code === null ? results : results.slice(0, 1)),
      isRightCase: new RegExp(text.case ?? '').test(found?.case ?? ''),
    };
  });
}

/** Shares and lists of answers. */
export function summariseFinding(answers: readonly FindingAnswer[]) {
  const known = answers.filter(({ code }) => code !== null);
  const withCase = known.filter((one) => one.case !== undefined);
  const share = (some: readonly FindingAnswer[], all: readonly FindingAnswer[]) =>
    all.length === 0 ? 1 : some.length / all.length;
  const within = (most: number) => known.filter(({ place }) => place > 0 && place <= most);
  const isRightCase = (one: FindingAnswer) => one.isRightCase;
  return {
    texts: answers.length,
    hit1: share(within(1), known),
    hit5: share(within(5), known),
    case: share(withCase.filter(isRightCase), withCase),
    /** The right code comes first, with the right case. */
    right: share(within(1).filter(isRightCase), known),
    missed: known.filter(({ place }) => place !== 1),
    wrongCase: withCase.filter((one) => !one.isRightCase),
    wronglyExact: answers.filter((one) => one.wronglyExact.length > 0),
    wronglyLikely: answers.filter((one) => one.wronglyLikely.length > 0),
    /** Texts about nothing known that have a result which is more than a guess. */
    unknown: answers.filter(
      (one) => one.code === null && one.wronglyExact.length + one.wronglyLikely.length > 0,
    ),
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Returns a line of figures, and a line for each text that is answered wrongly. */
export function describeFinding(name: string, answers: readonly FindingAnswer[]): string {
  const all = summariseFinding(answers);
  const wrong = new Set([
    ...all.missed,
    ...all.wrongCase,
    ...all.wronglyExact,
    ...all.wronglyLikely,
  ]);
  const lines = [...wrong].map((one) => {
    const got = one.results.slice(0, 4).map((r) => `${r.code} ${r.case ?? '-'} ${r.match}`);
    return `  ${one.id}: ${JSON.stringify(one.paste.slice(0, 100))} expected ${one.code}${one.case ? ` ${one.case}` : ''}; got ${got.join(', ')}`;
  });
  return [
    `${name}: ${all.texts} texts, hit@1 ${percent(all.hit1)}, hit@5 ${percent(all.hit5)}, case ${percent(all.case)}, wrongly exact ${all.wronglyExact.length}, wrongly likely ${all.wronglyLikely.length}, unknown texts with exact or likely ${all.unknown.length}`,
    ...lines,
  ].join('\n');
}

/** A figure of a list: `quantile(times, 0.95)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
