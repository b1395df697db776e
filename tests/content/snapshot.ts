/**
 * What ingest makes of `content/`, as text to review in git. `npm run snapshot` writes it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, problemsOf } from '../../scripts/ingest/load/input-error.ts';
import { hasFailed, type Ingested, ingest } from '../../scripts/ingest/pipeline.ts';
import { describeErrors, printProblems } from '../../scripts/ingest/report/terminal.ts';
import type { Comparison } from '../../src/model/difference.ts';
import { ratingOf, ratings } from '../../src/model/terms.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const file = join(root, 'tests/content/snapshot.txt');

/** The recorded snapshot. */
export const readSnapshot = (): string => readFileSync(file, 'utf8');

/** The snapshot of what was ingested. */
export function renderSnapshot(catalogs: Ingested['catalogs']): string {
  const lines = ['What ingest makes of content/. Renew it with `npm run snapshot`.'];
  for (const { catalog, variants, codes, comparisons } of catalogs) {
    const cases = codes.reduce((sum, code) => sum + code.cases.length, 0);
    lines.push('', `${catalog.id}: ${codes.length} codes, ${cases} cases`);
    for (const { id, rows, codes: distinct, findings } of variants) {
      lines.push(`  ${id}: ${rows} rows, ${distinct} codes`);
      for (const { id: kind, place } of findings) lines.push(`    line ${place.line}: ${kind}`);
    }
    for (const pair of comparisons) {
      lines.push(`  ${pair.left}..${pair.right}: ${countByRating(pair)}`);
    }
    for (const { code, family, cases: own, defects } of codes) {
      const damage = defects.map(({ variant, line }) => `, damaged at ${variant}:${line}`).join('');
      lines.push(`  ${code} in ${family}${damage}`);
      for (const { id, match, entries } of own) {
        const places = entries.map(({ variant, place }) => `${variant}:${place.line}`).join(' ');
        lines.push(`    #${id} (${match}) ${places}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

function countByRating({ differences }: Comparison): string {
  const counts = Map.groupBy(differences, ratingOf);
  return ratings.map((name) => `${counts.get(name)?.length ?? 0} ${name}`).join(', ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const ingested = ingest(root);
    const problems = [...ingested.problems, ...describeErrors(ingested.findings)];
    if (hasFailed(ingested)) throw new InputError(problems);
    writeFileSync(file, renderSnapshot(ingested.catalogs));
  } catch (error) {
    printProblems(problemsOf(error));
    process.exitCode = 1;
  }
}
