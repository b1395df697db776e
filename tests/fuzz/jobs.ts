/** The work of `npm run fuzz`, in jobs that a worker can do alone and that can be repeated by name. */
import fc from 'fast-check';
import { checkDocument, checkPages } from './check.ts';
import { checkFound, checkPlaces, checkText, checkUnknown } from './check-text.ts';
import { document } from './documents.ts';
import { heavyDocuments } from './heavy.ts';
import { heavyTexts } from './heavy-texts.ts';
import { codeInNoise, shortText, text, unknownText } from './texts.ts';

/** What is made of a seed; each property takes so many documents or texts a run. */
const properties = {
  documents: {
    of: 1,
    what: 'documents',
    test: fc.property(document, (any) => void checkDocument(any)),
  },
  pages: {
    of: 2,
    what: 'documents',
    test: fc.property(document, document, (a, b) => void checkPages(a, b)),
  },
  texts: { of: 1, what: 'texts', test: fc.property(text, checkText) },
  places: { of: 1, what: 'texts', test: fc.property(shortText, checkPlaces) },
  unknown: { of: 1, what: 'texts', test: fc.property(unknownText, checkUnknown) },
  found: { of: 1, what: 'texts', test: fc.property(codeInNoise, checkFound) },
} as const;

/** Documents or texts of a seed; or one that is heavy. */
export type Job =
  | { kind: keyof typeof properties; seed: number; runs: number }
  | { kind: 'heavy'; name: string; size: number };

/** What came of a job: how many were read, the longest time for one, and what went wrong. */
export interface Outcome {
  documents: number;
  texts: number;
  slowest: number;
  problem?: string;
}

/** Time may grow in proportion to the size, measured between these parts of it, and no faster. */
const smallPart = 4;
const tolerance = 2.5;
/** Below this the clock says more about the machine than about the document (ms). */
const tooShort = 100;

/** Do a job; never throws for a document. */
export function run(job: Job): Outcome {
  return job.kind === 'heavy' ? runHeavy(job.name, job.size) : runRandom(job);
}

function runRandom({ kind, seed, runs }: Extract<Job, { seed: number }>): Outcome {
  const { of, what, test } = properties[kind];
  const start = processorTime();
  const result = fc.check(test as fc.IProperty<unknown>, { seed, numRuns: runs });
  const outcome = { documents: 0, texts: 0, slowest: (processorTime() - start) / runs };
  outcome[what] = result.numRuns * of;
  if (!result.failed) return outcome;
  const why = (result.errorInstance as Error | null)?.stack ?? '';
  return { ...outcome, problem: `${fc.defaultReportMessage(result)}\n${why}` };
}

/** Processor time of this thread (ms): other programs of a busy machine do not count. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** What is heavy, by name, ready to be made and read. */
const heavy = new Map<string, (size: number) => () => void>([
  ...heavyDocuments.map(({ name, make }) => {
    const prepare = (size: number) => {
      const made = make(size);
      return () => void checkDocument(made);
    };
    return [name, prepare] as const;
  }),
  ...heavyTexts.map(({ name, make }) => {
    const prepare = (size: number) => {
      const made = make(size);
      return () => checkText(made);
    };
    return [name, prepare] as const;
  }),
]);

/** Names of all that is heavy. */
export const heavyNames = [...heavy.keys()];

/** Measured at a quarter and the whole, again if it seems to grow too fast: memory is tidied up at odd times. */
const attempts = 3;

function runHeavy(name: string, size: number): Outcome {
  const prepare = heavy.get(name);
  if (!prepare) throw new Error(`There is nothing heavy called “${name}”.`);
  const time = (characters: number) => {
    const work = prepare(characters);
    const start = processorTime();
    work();
    return processorTime() - start;
  };
  const outcome: Outcome = { documents: 0, texts: 0, slowest: 0 };
  const what = name.startsWith('text: ') ? 'texts' : 'documents';
  try {
    // The first time of all takes longer, whatever is read.
    time(size / 64);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const small = time(size / smallPart);
      const big = time(size);
      outcome[what] += 2;
      outcome.slowest = big;
      if (big <= Math.max(tooShort, small) * smallPart * tolerance) return outcome;
      outcome.problem = `${Math.round(small)} ms for a quarter, ${Math.round(big)} ms for all`;
    }
    return outcome;
  } catch (error) {
    return { ...outcome, problem: String((error as Error)?.stack ?? error) };
  }
}
