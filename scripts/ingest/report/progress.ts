/** Takes what is being done now, such as `comparing apig (3 of 20)`. */
export type Progress = (step: string) => void;

/** For callers that say nothing. */
export const silent: Progress = () => {};

/** Seconds of silence that nobody takes for a program that hangs. */
const patience = 5;

/**
 * Says on standard error what a long run is doing, no more often than every few seconds; a run that
 * is quick says nothing.
 */
export function tellProgress(): Progress {
  let told = performance.now();
  return (step) => {
    if (performance.now() - told < patience * 1000) return;
    told = performance.now();
    console.error(`… ${step}`);
  };
}
