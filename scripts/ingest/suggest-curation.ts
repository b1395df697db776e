import type { Code } from '../../src/model/case.ts';
import type { Finding } from '../../src/model/finding.ts';
import { fillTemplate } from '../../src/text/fill-template.ts';
import kinds from './findings.json' with { type: 'json' };
import type { FoundFacts } from './findings.ts';

/**
 * Returns a finding with the YAML that settles it, if an editor's decision does; the capitals in it are to
 * be replaced.
 *
 * @param defects Damage that editors have described; it needs no suggestion.
 */
export function suggestCuration(
  { facts = [], ...finding }: Finding & FoundFacts,
  catalog: string,
  variant: string,
  defects: Code['defects'] = [],
): Finding {
  const { line, page } = finding.place;
  const isDescribed = defects.some(
    (defect) => defect.variant === variant && defect.line === line && defect.page === page,
  );
  const { curation } = kinds[finding.id as keyof typeof kinds] as { curation?: string };
  if (curation === undefined || isDescribed) return finding;
  // A text in double quotes is YAML, whatever it holds.
  const quoted = facts.map((fact) => JSON.stringify(`${fact}`));
  const about = { catalog, variant, line, page: page ? `\n  page: ${page}` : '' };
  return {
    ...finding,
    curation: fillTemplate(curation, {
      ...Object.fromEntries(quoted.entries()),
      ...about,
    }),
  };
}
