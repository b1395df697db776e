import type { Finding } from '../../../src/model/finding.ts';
import type { Ingested } from '../pipeline.ts';
import type { Changes } from '../write/disk.ts';

/**
 * The report for people: a line for each document, then findings with file and line, then a summary.
 * Repeated findings of one kind are one line; `--json` lists all of them.
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
  for (const { variants } of ingested.catalogs) {
    for (const { findings } of variants) lines.push(...renderFindings(findings));
  }
  for (const problem of ingested.problems) lines.push(withLevel(problem, 'error'));
  for (const words of [...ingested.unrecorded, ...ingested.unlocked])
    lines.push(withLevel(words, check ? 'error' : 'note'));
  if (changes !== undefined) lines.push(changeLine(changes, check));
  return lines.join('\n');
}

/** Returns a problem with its level after `file:line`. */
function withLevel(problem: string, level: 'error' | 'note'): string {
  return problem.replace(/^(\S+:\d+): /, `$1: ${level}: `);
}

/** Prints problems to standard error, one a line. */
export function printProblems(problems: readonly string[]): void {
  for (const problem of problems) console.error(withLevel(problem, 'error'));
}

/** Findings of one kind in one document that are listed one by one. */
const maxListed = 3;

type Shown = Omit<Finding, 'zh'>;

/** Returns a line for each finding, and the YAML that settles it; if a document has more of one kind, a line for the kind. */
export function renderFindings(findings: readonly Shown[]): string[] {
  const kinds = Map.groupBy(findings, ({ id, level }) => `${level} ${id}`);
  return [...kinds.values()].flatMap((same) => {
    const [first, ...rest] = same;
    if (!first || first.level === 'error' || same.length <= maxListed)
      return same.flatMap((item) => [describe(item), ...renderCuration([item])]);
    const next = rest.slice(0, maxListed).map(placeOf).join(', ');
    const more = rest.length > maxListed ? `, and ${rest.length - maxListed} more` : '';
    const { level, message, advice, id } = first;
    return [
      `${placeOf(first)}: ${level}: ${message} (${same.length} × ${id}, also at ${next}${more}). ${advice}`,
      ...renderCuration(same.slice(0, 1)),
    ];
  });
}

const renderCuration = (findings: readonly Shown[]) =>
  findings.flatMap(({ curation = '' }) =>
    curation
      .split('\n')
      .filter(Boolean)
      .map((line) => `    ${line}`),
  );
const placeOf = ({ place }: Shown) => `${place.file}:${place.line}`;
const describe = (finding: Shown) =>
  `${placeOf(finding)}: ${finding.level}: ${finding.message}. ${finding.advice}`;

/** What is fatal among findings, as `file:line: what is wrong. What to do.` */
export function describeErrors(findings: Finding[]): string[] {
  return findings
    .filter(({ level }) => level === 'error')
    .map((finding) => `${placeOf(finding)}: ${finding.message}. ${finding.advice}`);
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
