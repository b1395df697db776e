/** How many tests passed, failed and were skipped; a test marked `todo` counts as skipped. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/**
 * Add two tallies.
 *
 * @example addTallies({ passed: 1, failed: 0, skipped: 2 }, onePassed).passed // => 2
 */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

export const onePassed: Tally = { ...nothing, passed: 1 };
export const oneFailed: Tally = { ...nothing, failed: 1 };
export const oneSkipped: Tally = { ...nothing, skipped: 1 };

/**
 * Say a tally in one line, without a line end. Programs read it: the words are fixed.
 *
 * @example renderTally({ passed: 3, failed: 0, skipped: 0 }) // => '3 passed, 0 failed'
 */
export function renderTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
