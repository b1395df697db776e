import type { Entry } from '../../../src/model/entry.ts';
import type { Variant } from '../../../src/model/registry.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Curation } from '../load/curation.ts';
import { type Decision, rowName } from './cases.ts';
import type { RecordedCode } from './identity.ts';
import { type AlignedCode, alignCatalog } from './index.ts';

/**
 * The decisions of editors that concern a catalog, each checked to still apply.
 *
 * A decision that names a row which is gone, or that the program would now take by itself, is a
 * problem: a stale exception is a bug.
 *
 * @returns Decisions by code, and problems as `file:line: what is wrong. What to do.`
 */
export function applyDecisions(
  catalog: string,
  documents: { variant: Variant; entries: Entry[] }[],
  recorded: ReadonlyMap<string, RecordedCode>,
  curation: Pick<Curation, 'decisions'>,
  lexicon: Lexicon,
): { decisions: Map<string, Decision[]>; problems: string[] } {
  const own = curation.decisions.filter(({ item }) => item.catalog === catalog);
  const decisions = Map.groupBy(
    own.map(({ item }) => item),
    (item) => item.code,
  );
  const problems: string[] = [];
  if (own.length === 0) return { decisions, problems };
  const rows = new Map(
    documents.flatMap(({ entries }) =>
      entries.map((entry) => [`${entry.code} ${rowName(entry)}`, entry]),
    ),
  );
  for (const { item, place } of own) {
    const missing = item.rows.filter((row) => !rows.has(`${item.code} ${row}`));
    if (missing.length > 0) {
      problems.push(
        `${place}: there is no row ${item.code} at ${missing.join(', ')}. Correct the lines, or remove the decision.`,
      );
      continue;
    }
    const others = new Map(decisions);
    others.set(
      item.code,
      (decisions.get(item.code) ?? []).filter((other) => other !== item),
    );
    const only = documents.map(({ variant, entries }) => ({
      variant,
      entries: entries.filter((entry) => entry.code === item.code),
    }));
    const shapeWith = (applied: Map<string, Decision[]>) =>
      shape(alignCatalog(only, recorded, applied, lexicon));
    if (shapeWith(decisions) === shapeWith(others)) {
      problems.push(
        `${place}: the decision about ${item.code} changes nothing any more. Remove it.`,
      );
    }
  }
  return { decisions, problems };
}

function shape(codes: AlignedCode[]): string {
  return JSON.stringify(
    codes.map(({ cases }) => cases.map(({ entries }) => entries.map(rowName).sort()).sort()),
  );
}
