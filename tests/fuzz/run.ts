/**
 * `npm run fuzz`: at least 100,000 documents made at random, and heavy ones of 1 MB.
 *
 *   npm run fuzz                              all
 *   npm run fuzz -- --documents 5000          fewer
 *   npm run fuzz -- --seed 7                  others; the same seed gives the same documents
 *   npm run fuzz -- --heavy "grid"            only heavy documents with this in their name
 *   npm run fuzz -- --size 200000             smaller ones
 *
 * Each job runs in a worker with a time limit, so that a hang is found too. The exit code is 1 when
 * anything went wrong; what did is printed with its seed and the smallest document that shows it.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { heavyDocuments } from './heavy.ts';
import { type Job, nameOf, type Outcome } from './jobs.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '1000000' },
    heavy: { type: 'string' },
  },
});

/** Documents in a job; a fifth of the jobs takes them through all stages in pairs. */
const batch = 500;
/** A job that takes longer hangs (ms). */
const timeLimit = 300_000;

const jobs = [...(values.heavy === undefined ? randomJobs() : []), ...heavyJobs()];
let worker = new Worker(new URL('./worker.ts', import.meta.url));
const problems: string[] = [];
const total = { documents: 0, slowest: 0, slowestJob: '' };
const start = performance.now();
let last = start;
for (const [done, job] of jobs.entries()) {
  const outcome = await runJob(job);
  total.documents += outcome.documents;
  if (outcome.slowest > total.slowest) {
    total.slowest = outcome.slowest;
    total.slowestJob = nameOf(job);
  }
  if (outcome.problem) {
    problems.push(nameOf(job));
    console.log(`✗ ${nameOf(job)}: ${outcome.problem}`);
  }
  if (performance.now() - last > 10_000) {
    last = performance.now();
    console.log(`${done + 1} of ${jobs.length} jobs, ${total.documents} documents`);
  }
}
await worker.terminate();
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${total.documents} documents in ${seconds} s, ${problems.length} problems. Slowest: ${Math.round(total.slowest)} ms (${total.slowestJob}).`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

function randomJobs(): Job[] {
  const count = Math.ceil(Number(values.documents) / batch);
  return Array.from({ length: count }, (_, index): Job => {
    const seed = Number(values.seed) * 1_000_000 + index;
    return index % 5 === 0
      ? { kind: 'pages', seed, runs: batch / 2 }
      : { kind: 'documents', seed, runs: batch };
  });
}

function heavyJobs(): Job[] {
  return heavyDocuments
    .filter(({ name }) => name.includes(values.heavy ?? ''))
    .map(({ name, most }) => {
      const size = Math.min(Number(values.size), most ?? Number.POSITIVE_INFINITY);
      return { kind: 'heavy', name, size };
    });
}

/** Runs a job; a worker that hangs or dies is replaced. */
function runJob(job: Job): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => replace(`took longer than ${timeLimit / 1000} s`), timeLimit);
    const done = (outcome: Outcome) => {
      clearTimeout(timer);
      worker.off('message', done);
      worker.off('error', fail);
      resolve(outcome);
    };
    const replace = (problem: string) => {
      const old = worker;
      done({ documents: 0, slowest: 0, problem });
      void old.terminate();
      worker = new Worker(new URL('./worker.ts', import.meta.url));
    };
    const fail = (error: Error) => replace(String(error));
    worker.on('message', done);
    worker.on('error', fail);
    worker.postMessage(job);
  });
}
