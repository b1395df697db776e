import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import kinds from '../../../../scripts/ingest/findings.json' with { type: 'json' };
import { type FindingId, finding } from '../../../../scripts/ingest/findings.ts';
import { renderFindings } from '../../../../scripts/ingest/report/terminal.ts';
import { suggestCuration } from '../../../../scripts/ingest/suggest-curation.ts';

const at = (line: number) => ({ file: 'a.md', line });

test('more than three findings of one kind are one line with the first places', () => {
  const findings = [
    ...[1, 2, 3, 4, 5, 6].map((line) => finding('column-unknown', at(line), `H${line}`)),
    ...[7, 8].map((line) => finding('row-short', at(line), 2, 3)),
  ];
  const [grouped, ...rest] = renderFindings(findings);
  assert.match(
    grouped ?? '',
    /^a\.md:1: warning: .*“H1”.*\(6 × column-unknown, also at a\.md:2, a\.md:3, a\.md:4, and 2 more\)\. /,
  );
  assert.deepEqual(
    rest.map((line) => line.slice(0, 7)),
    ['a.md:7:', 'a.md:8:'],
  );
});

test('the YAML that settles a finding is below it', () => {
  const found = finding('row-without-code', { ...at(7), page: 'p' });
  const curated = suggestCuration(found, 'gate', 'one');
  assert.deepEqual(renderFindings([curated]).slice(1), [
    '    # content/curation/codes.yaml',
    '    - catalog: gate',
    '      variant: one',
    '      line: 7',
    '      page: p',
    '      code: CODE',
    '      because: REASON',
    '      by: NAME',
  ]);
});

test('what is suggested is YAML, whatever the document holds', () => {
  for (const id of Object.keys(kinds) as FindingId[]) {
    const facts = ['a: "#b" {{page}}', 'c', 'd', 'e'];
    const { curation } = suggestCuration(finding(id, at(1), ...facts), 'gate', 'one');
    if (curation) assert.equal(typeof parse(curation), 'object', id);
  }
});

test('what is suggested changes something, and only in the document that it is about', () => {
  const suggest = (id: FindingId, ...facts: string[]) =>
    suggestCuration(finding(id, at(1), ...facts), 'gate', 'one').curation;
  const headings = '# content/catalogs.yaml, gate one\nheadings: { code: ';
  assert.equal(suggest('table-without-codes', 'description, '), `${headings}[HEADING] }`);
  assert.equal(suggest('status-as-code', 'Status Code'), `${headings}["Status Code"] }`);
  assert.match(suggest('shape-detected', 'section', '5') ?? '', /^shape: SHAPE #/m);
});

test('errors are all listed', () => {
  const errors = [1, 2, 3, 4].map((line) => finding('document-refused', at(line), 'too long'));
  assert.equal(renderFindings(errors).length, 4);
});
