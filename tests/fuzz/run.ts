/**
 * `npm run fuzz`: at least 100,000 documents and 100,000 texts made at random, and heavy ones of 1 MB.
 *
 *   npm run fuzz                              all
 *   npm run fuzz -- --documents 5000          fewer documents; --texts 5000 fewer texts
 *   npm run fuzz -- --seed 7                  others; the same seed gives the same ones
 *   npm run fuzz -- --heavy "grid"            only heavy ones with this in their name
 *   npm run fuzz -- --size 200000             smaller ones
 *   npm run fuzz -- --workers 1               on one processor
 *
 * Each job runs in a worker with a time limit, so that a hang is found too. The exit code is 1 when
 * anything went wrong; what did is printed with its seed and the smallest input that shows it.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { heavyDocuments } from './heavy.ts';
import { heavyTexts } from './heavy-texts.ts';
import type { Job, Outcome } from './jobs.ts';
import { nameOf } from './name-of.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    texts: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '1000000' },
    heavy: { type: 'string' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});

/** Documents or texts in a job. */
const batch = 500;
/** A job that takes longer hangs (ms). */
const timeLimit = 300_000;
/** Progress is said so often (ms). */
const sayEvery = 10_000;

const jobs = [...(values.heavy === undefined ? randomJobs() : []), ...heavyJobs()];
const problems: string[] = [];
const total = { documents: 0, texts: 0, slowest: 0, slowestJob: '' };
const start = performance.now();
let last = start;
let taken = 0;
let done = 0;
await Promise.all(Array.from({ length: Number(values.workers) }, workThrough));
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${total.documents} documents and ${total.texts} texts in ${seconds} s (${processorSeconds()} s of processor time), seed ${values.seed}, ${problems.length} problems. Slowest: ${Math.round(total.slowest)} ms (${total.slowestJob}).`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

function processorSeconds(): string {
  const { user, system } = process.cpuUsage();
  return ((user + system) / 1_000_000).toFixed(0);
}

/** Takes one job after the other; a worker that hangs or dies is replaced. */
async function workThrough(): Promise<void> {
  let worker = startWorker();
  for (let job = jobs[taken++]; job !== undefined; job = jobs[taken++]) {
    const outcome = await runJob(worker, job);
    if (outcome === undefined) {
      void worker.terminate();
      worker = startWorker();
    }
    note(
      job,
      outcome ?? { documents: 0, texts: 0, slowest: 0, problem: 'hangs, or kills its worker' },
    );
  }
  await worker.terminate();
}

function note(job: Job, { documents, texts, slowest, problem }: Outcome): void {
  done += 1;
  total.documents += documents;
  total.texts += texts;
  if (slowest > total.slowest) {
    total.slowest = slowest;
    total.slowestJob = nameOf(job);
  }
  if (problem !== undefined) {
    problems.push(nameOf(job));
    console.log(`✗ ${nameOf(job)}: ${problem}`);
  }
  if (performance.now() - last < sayEvery) return;
  last = performance.now();
  console.log(`${done} of ${jobs.length} jobs, ${total.documents} documents, ${total.texts} texts`);
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url));
}

function randomJobs(): Job[] {
  const seeds = Number(values.seed) * 1_000_000;
  const documents = Array.from(
    { length: Math.ceil(Number(values.documents) / batch) },
    (_, n): Job =>
      n % 5 === 0
        ? { kind: 'pages', seed: seeds + n, runs: batch / 2 }
        : { kind: 'documents', seed: seeds + n, runs: batch },
  );
  const kinds = ['texts', 'texts', 'places', 'unknown', 'found'] as const;
  const texts = Array.from({ length: Math.ceil(Number(values.texts) / batch) }, (_, n): Job => {
    return { kind: kinds[n % kinds.length] ?? 'texts', seed: seeds + n, runs: batch };
  });
  return [...documents, ...texts];
}

function heavyJobs(): Job[] {
  return [...heavyDocuments, ...heavyTexts]
    .filter(({ name }) => name.includes(values.heavy ?? ''))
    .map(({ name }) => ({ kind: 'heavy', name, size: Number(values.size) }));
}

/** Runs a job; undefined when the worker did not live to end it. */
function runJob(worker: Worker, job: Job): Promise<Outcome | undefined> {
  return new Promise((resolve) => {
    const end = (outcome: Outcome | undefined) => {
      clearTimeout(timer);
      worker.off('message', end);
      worker.off('error', fail);
      resolve(outcome);
    };
    const fail = (error: Error) => {
      console.log(String(error));
      end(undefined);
    };
    const timer = setTimeout(() => end(undefined), timeLimit);
    worker.on('message', end);
    worker.on('error', fail);
    worker.postMessage(job);
  });
}
