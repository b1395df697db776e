import type { Finding } from '../../../src/model/finding.ts';
import type { Ingested } from '../pipeline.ts';
import type { Changes } from '../write/disk.ts';

/**
 * The report for people: a line a document, then each finding with file and line, then a summary.
 *
 * @param ingested What the run made.
 * @param changes What it wrote, or would write with `--check`; absent when nothing could be written.
 */
export function renderReport(
  ingested: Ingested,
  changes: Changes | undefined,
  check: boolean,
): string {
  const lines: string[] = [];
  for (const { catalog, codes, variants } of ingested.catalogs) {
    const cases = codes.reduce((sum, code) => sum + code.cases.length, 0);
    lines.push(`${catalog.id}: ${codes.length} codes, ${cases} cases`);
    for (const variant of variants) {
      lines.push(
        `  ${variant.id}: ${variant.rows} rows, ${variant.codes} codes, ${count(variant.findings.length, 'finding')}`,
      );
    }
  }
  for (const { place, level, message, advice } of ingested.findings) {
    lines.push(`${place.file}:${place.line}: ${level}: ${message}. ${advice}`);
  }
  for (const problem of ingested.problems)
    lines.push(`${problem.replace(/^(\S+:\d+): /, '$1: error: ')}`);
  for (const words of ingested.unrecorded)
    lines.push(words.replace(/^(\S+:\d+): /, `$1: ${check ? 'error' : 'note'}: `));
  if (changes !== undefined) lines.push(changeLine(changes, check));
  return lines.join('\n');
}

/** What is fatal among findings, as `file:line: what is wrong. What to do.` */
export function describeErrors(findings: Finding[]): string[] {
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ place, message, advice }) => `${place.file}:${place.line}: ${message}. ${advice}`);
}

function changeLine({ added, changed, removed }: Changes, check: boolean): string {
  const total = added.length + changed.length + removed.length;
  if (total === 0) return 'Everything is up to date.';
  const facts = `${added.length} new, ${changed.length} changed, ${removed.length} stale`;
  return check ? `Out of date: ${facts}. Run \`npm run ingest\`.` : `Wrote: ${facts}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
