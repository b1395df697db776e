/** The decision of an editor that settles a finding, as YAML to paste; the capitals are to be replaced. */
import { stringify } from 'yaml';
import type { Code } from '../../src/model/case.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Variant } from '../../src/model/registry.ts';
import type { FindingId, FoundFacts } from './findings.ts';

/** Where the decision is listed, and what it says of the finding's facts. */
type Suggestion = [file: 'codes' | 'defects' | 'headings' | 'catalog', content: object];

const by = { by: 'NAME' };
const codeHeading = ([headings = '']: string[]): Suggestion => [
  'headings',
  { code: headings.split(/[,;] /).slice(0, 1) },
];
const suggestions: Partial<Record<FindingId, (facts: string[]) => Suggestion>> = {
  'code-column-guessed': ([heading]) => ['catalog', { headings: { code: [heading] } }],
  'code-joined': ([code]) => ['codes', { code, because: 'The space is part of the code.', ...by }],
  'column-unknown': ([heading]) => ['headings', { FIELD: [heading] }],
  'no-code-column': codeHeading,
  'row-joined': ([code]) => [
    'defects',
    { code, field: 'solution', note: { en: 'WHAT IS LOST', 'zh-CN': '缺失的内容' } },
  ],
  'row-without-code': () => ['codes', { code: 'CODE', because: 'REASON', ...by }],
  'shape-detected': ([shape]) => ['catalog', { shape }],
  'table-without-codes': codeHeading,
};

/**
 * Returns a finding with the YAML that settles it, if an editor's decision does.
 *
 * @param defects Damage that editors have described; it needs no suggestion.
 */
export function suggestCuration(
  { facts = [], ...finding }: Finding & FoundFacts,
  catalog: string,
  variant: Variant,
  defects: Code['defects'] = [],
): Finding {
  const { id, place } = finding;
  const suggestion = suggestions[id as FindingId]?.(facts.map(String));
  const isDescribed = defects.some(
    ({ variant: id, line, page }) =>
      id === variant.id && line === place.line && page === place.page,
  );
  if (suggestion === undefined || isDescribed) return finding;
  const [file, content] = suggestion;
  const row = { catalog, variant: variant.id, line: place.line };
  const page = place.page === undefined ? {} : { page: place.page };
  const isRow = file === 'codes' || file === 'defects';
  const where =
    file === 'catalog'
      ? `content/catalogs.yaml, ${catalog} ${variant.id}`
      : `content/curation/${file}.yaml`;
  const yaml = stringify(isRow ? [{ ...row, ...page, ...content }] : content);
  return { ...finding, curation: `# ${where}\n${yaml}` };
}
