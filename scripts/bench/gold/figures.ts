/** Figures of verdicts: how often the program is right, and where it is wrong. */
import type { Measured, Verdict } from './measure.ts';
import type { GoldPair } from './read-gold.ts';

/** Precision and recall of one answer; 1 where nothing was there to find or to miss. */
export interface Figure {
  precision: number;
  recall: number;
  right: number;
  said: number;
  wanted: number;
}

/** Precision and recall of an answer that a verdict gives or does not give. */
export function figureOf(verdicts: Verdict[], has: (answer: string) => boolean): Figure {
  const said = verdicts.filter(({ program }) => has(program));
  const wanted = verdicts.filter(({ gold }) => has(gold));
  const right = said.filter(({ gold }) => has(gold)).length;
  return {
    precision: said.length === 0 ? 1 : right / said.length,
    recall: wanted.length === 0 ? 1 : right / wanted.length,
    right,
    said: said.length,
    wanted: wanted.length,
  };
}

/** Contradictions between documents that are both current; between revisions they are changes. */
export function contradictionsOf(severity: Verdict[]): Figure {
  return figureOf(
    severity.filter(({ pair }) => pair.relation !== 'revision'),
    (answer) => answer === 'contradiction',
  );
}

/** The verdicts about one part of the list. */
export function partOf(measured: Measured, part: GoldPair['part']): Measured {
  const own = (verdicts: Verdict[]) => verdicts.filter(({ pair }) => pair.part === part);
  return {
    alignment: own(measured.alignment),
    alignmentAlone: own(measured.alignmentAlone),
    severity: own(measured.severity),
    invariant: own(measured.invariant),
    drift: own(measured.drift),
    falseEmpty: own(measured.falseEmpty),
    skipped: measured.skipped,
  };
}

/** The share of verdicts in which program and judges say the same. */
export function accuracyOf(verdicts: Verdict[]): number {
  return verdicts.length === 0 ? 1 : rightOf(verdicts) / verdicts.length;
}

const rightOf = (verdicts: Verdict[]) =>
  verdicts.filter(({ gold, program }) => gold === program).length;

/** Verdicts in which program and judges differ. */
export function wrongOf(verdicts: Verdict[]): Verdict[] {
  return verdicts.filter(({ gold, program }) => gold !== program);
}

/**
 * What the judges said against what the program said.
 *
 * @returns A line a gold answer; columns in the same order.
 */
export function confusionOf(verdicts: Verdict[], answers: readonly string[]): number[][] {
  return answers.map((gold) =>
    answers.map(
      (program) =>
        verdicts.filter((verdict) => verdict.gold === gold && verdict.program === program).length,
    ),
  );
}
