import type { Job } from './jobs.ts';

/** Enough to find a job again. */
export const nameOf = (job: Job): string =>
  job.kind === 'heavy' ? `${job.name}, size ${job.size}` : `${job.kind} of seed ${job.seed}`;
