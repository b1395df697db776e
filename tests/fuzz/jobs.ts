/** The work of `npm run fuzz`, in jobs that a worker can do alone and that can be repeated by name. */
import fc from 'fast-check';
import { checkDocument, checkPages } from './check.ts';
import { document } from './documents.ts';
import { heavyDocuments } from './heavy.ts';

/** Documents of a seed, read alone or as pairs through all stages; or a heavy document. */
export type Job =
  | { kind: 'documents' | 'pages'; seed: number; runs: number }
  | { kind: 'heavy'; name: string; size: number };

/** What came of a job: documents read, the longest time for one, and what went wrong. */
export interface Outcome {
  documents: number;
  slowest: number;
  problem?: string;
}

/** Enough to find a job again. */
export const nameOf = (job: Job): string =>
  job.kind === 'heavy' ? `${job.name}, size ${job.size}` : `${job.kind} of seed ${job.seed}`;

/** Time may grow in proportion to the size, measured between these parts of it, and no faster. */
const smallPart = 4;
const tolerance = 2.5;
/** Below this the clock says more about the machine than about the document (ms). */
const tooShort = 400;

/** Do a job; never throws for a document. */
export function run(job: Job): Outcome {
  return job.kind === 'heavy' ? runHeavy(job.name, job.size) : runRandom(job);
}

function runRandom({ kind, seed, runs }: Extract<Job, { seed: number }>): Outcome {
  let documents = 0;
  let slowest = 0;
  const timed = (count: number, work: () => unknown) => {
    const start = performance.now();
    work();
    slowest = Math.max(slowest, performance.now() - start);
    documents += count;
  };
  const alone = fc.property(document, (any) => timed(1, () => checkDocument(any)));
  const paired = fc.property(document, document, (a, b) => timed(2, () => checkPages(a, b)));
  const parameters = { seed, numRuns: runs };
  const problem =
    kind === 'documents'
      ? problemOf(fc.check(alone, parameters))
      : problemOf(fc.check(paired, parameters));
  return { documents, slowest, ...(problem && { problem }) };
}

function problemOf<T>(result: fc.RunDetails<T>): string | undefined {
  return result.failed ? fc.defaultReportMessage(result) : undefined;
}

function runHeavy(name: string, size: number): Outcome {
  const heavy = heavyDocuments.find((other) => other.name === name);
  if (!heavy) throw new Error(`There is no heavy document “${name}”.`);
  const time = (characters: number) => {
    const made = heavy.make(characters);
    // Processor time of this thread: other programs of a busy machine do not count.
    const start = process.threadCpuUsage();
    checkDocument(made);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
  try {
    const small = time(size / smallPart);
    const big = time(size);
    const limit = Math.max(tooShort, small) * smallPart * tolerance;
    const problem = `${Math.round(small)} ms for a quarter, ${Math.round(big)} ms for all`;
    return { documents: 2, slowest: big, ...(big > limit && { problem }) };
  } catch (error) {
    return { documents: 2, slowest: 0, problem: String((error as Error)?.stack ?? error) };
  }
}
