/** Measures the lookup on texts whose codes, or whose having none, were written down before it was run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerText } from '../../src/lookup/answer-text.ts';
import type { Result } from '../../src/lookup/result.ts';
import {
  caseIdOf,
  index,
  type PastedError,
  type Query,
  readFixture,
  textOf,
  type UnknownText,
} from '../fixtures/lookup/measure.ts';
import { projectRoot } from './content.ts';

/** A text with the codes of which one must come first; `null` if it is about no known code. */
export interface FindingText {
  id: string;
  class?: string;
  paste: string;
  code: string | string[] | null;
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

export interface FindingAnswer extends FindingText {
  results: Result[];
  codes: string[];
  /** Place of the first right code from 1, 0 if there is none. */
  place: number;
  /** Codes that are called exact, or that come first as likely, although the text is not about them. */
  wronglyExact: string[];
  wronglyLikely: string[];
  isRightCase: boolean;
}

/** Returns every set of texts by its name: those kept outside the repository, and those of the fixtures. */
export function readFindingSets(): Record<string, FindingText[]> {
  const read = <T>(path: string): T[] =>
    JSON.parse(readFileSync(join(projectRoot, '../shared', path), 'utf8'));
  const names = ['adversarial', 'foreign', 'probes', 'colliding-codes'];
  const own = readFixture<FindingText>('finding-texts.json').map(surround);
  return {
    ...Object.fromEntries(
      names.map((name) => [name, read<FindingText>(`cases/finding/${name}.json`)]),
    ),
    ...(Object.groupBy(own, ({ set = 'other' }) => set) as Record<string, FindingText[]>),
    ...otherTexts(read<Query>('benchmarks/search-queries.json')),
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

/** Looks texts up. */
export function answerFinding(texts: readonly FindingText[]): FindingAnswer[] {
  return texts.map((text) => {
    const codes = text.code === null ? [] : [text.code].flat();
    const about = new Set([...codes, ...(text.all ?? []), ...(alsoAbout[text.id] ?? [])]);
    const results = answerText(text.paste, index, 'en').results;
    const wrong = (match: Result['match'], some: readonly Result[]) =>
      some.filter((one) => one.match === match && !about.has(one.code)).map(({ code }) => code);
    const found = results.find(({ code }) => about.has(code));
    return {
      ...text,
      results,
      codes,
      place: results.findIndex(({ code }) => codes.includes(code)) + 1,
      wronglyExact: wrong('exact', results),
      wronglyLikely: wrong('likely', codes.length > 0 ? results.slice(0, 1) : results),
      isRightCase: text.case === undefined || new RegExp(text.case).test(found?.case ?? ''),
    };
  });
}

/** The 155 queries, the pasted errors and the unknown texts as texts of this form. */
function otherTexts(queries: readonly Query[]): Record<string, FindingText[]> {
  return {
    queries: queries.map(({ query, codes, class: name }) => ({
      id: query,
      class: name,
      paste: query,
      code: codes,
    })),
    pasted: readFixture<PastedError>('pasted-errors.json').map((error) => {
      const id = caseIdOf(error);
      return {
        id: error.id,
        paste: error.text,
        code: error.code,
        ...(id !== undefined && { case: `^${id}$` }),
      };
    }),
    unknown: readFixture<UnknownText>('unknown-texts.json').map((item) => ({
      id: item.id,
      paste: textOf(item),
      code: null,
    })),
  };
}

/** Shares and lists of answers. */
export function summariseFinding(answers: readonly FindingAnswer[]) {
  const known = answers.filter(({ codes }) => codes.length > 0);
  const withCase = known.filter((one) => one.case !== undefined);
  const share = (some: readonly FindingAnswer[], all: readonly FindingAnswer[]) =>
    all.length === 0 ? 1 : some.length / all.length;
  const within = (most: number) => known.filter(({ place }) => place > 0 && place <= most);
  return {
    texts: answers.length,
    hit1: share(within(1), known),
    hit5: share(within(5), known),
    case: share(
      withCase.filter(({ isRightCase }) => isRightCase),
      withCase,
    ),
    missed: known.filter(({ place }) => place !== 1),
    wrongCase: withCase.filter(({ isRightCase }) => !isRightCase),
    wronglyExact: answers.filter((one) => one.wronglyExact.length > 0),
    wronglyLikely: answers.filter((one) => one.wronglyLikely.length > 0),
    /** Texts about nothing known that have a result which is more than a guess. */
    unknown: answers.filter(
      ({ codes, wronglyExact, wronglyLikely }) =>
        codes.length === 0 && wronglyExact.length + wronglyLikely.length > 0,
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
