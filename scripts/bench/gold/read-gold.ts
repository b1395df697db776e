/** The gold list: pairs of rows that two people judged before they saw what the program says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FieldSchema } from '../../../src/model/entry.ts';

const place = z
  .string()
  .regex(/^(sources|corpus)\/.+:\d+$/, 'expected a file of sources/ or corpus/ and a line');

export const goldKinds = ['alignment', 'severity', 'invariant', 'drift'] as const;
export const goldParts = ['tune', 'measure'] as const;

const GoldPairSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(goldKinds),
  /** Rules are made with the pairs of `tune` in view; those of `measure` only show what they are worth. */
  part: z.enum(goldParts),
  /** How the two documents are related. */
  relation: z.enum(['revision', 'translation', 'edition']),
  code: z.string(),
  field: FieldSchema.optional(),
  left: place,
  right: place,
  /** What each judge answered: a word, or a list of kinds of invariants that differ. */
  a: z.union([z.string(), z.array(z.string())]),
  b: z.union([z.string(), z.array(z.string())]),
  /** Judges who were not sure. */
  doubt: z.array(z.enum(['a', 'b'])).optional(),
});
export type GoldPair = z.infer<typeof GoldPairSchema>;

/**
 * Read `tests/gold/pairs.jsonl`, a pair a line.
 *
 * @throws When a line is no pair.
 */
export function readGold(root: string): GoldPair[] {
  return readFileSync(join(root, 'tests', 'gold', 'pairs.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => GoldPairSchema.parse(JSON.parse(line)));
}

/** File and line of one side of a pair. */
export function splitPlace(text: string): { file: string; line: number } {
  const colon = text.lastIndexOf(':');
  return { file: text.slice(0, colon), line: Number(text.slice(colon + 1)) };
}

/** How far two judges agree: the share of equal answers, and Cohen's kappa, which takes chance out. */
export function agreementOf(pairs: GoldPair[]): { share: number; kappa: number } {
  const key = (answer: GoldPair['a']) => JSON.stringify(answer);
  const share = pairs.filter(({ a, b }) => key(a) === key(b)).length / pairs.length;
  const shareOf = (judge: 'a' | 'b', answer: string) =>
    pairs.filter((pair) => key(pair[judge]) === answer).length / pairs.length;
  const answers = new Set(pairs.map(({ a }) => key(a)));
  const chance = [...answers].reduce(
    (sum, answer) => sum + shareOf('a', answer) * shareOf('b', answer),
    0,
  );
  return { share, kappa: chance === 1 ? 1 : (share - chance) / (1 - chance) };
}
