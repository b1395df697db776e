/** Receives what is being done now, such as `comparing apig (3 of 20)`. */
export type Progress = (step: string) => void;

/** For callers that report no progress. */
export const silent: Progress = () => {};

/** At most one line in this time, so that a short run prints none. */
const intervalSeconds = 5;

/** Returns a reporter that prints to standard error, at most one line every few seconds. */
export function createProgressReporter(): Progress {
  let last = performance.now();
  return (step) => {
    if (performance.now() - last < intervalSeconds * 1000) return;
    last = performance.now();
    console.error(`… ${step}`);
  };
}
