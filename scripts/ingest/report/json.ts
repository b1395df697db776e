import type { Ingested } from '../pipeline.ts';
import type { Changes } from '../write/disk.ts';

/** The same report for programs: one JSON object. */
export function renderJsonReport(ingested: Ingested, changes: Changes | undefined): string {
  return JSON.stringify({
    catalogs: ingested.catalogs.map(({ catalog, codes, variants }) => ({
      id: catalog.id,
      codes: codes.length,
      cases: codes.reduce((sum, code) => sum + code.cases.length, 0),
      variants: variants.map(({ id, rows, codes: distinct, findings }) => ({
        id,
        rows,
        codes: distinct,
        findings: findings.length,
      })),
    })),
    findings: ingested.findings,
    problems: ingested.problems,
    unrecorded: [...ingested.unrecorded, ...ingested.unlocked],
    ...(changes ? { changes } : {}),
  });
}
