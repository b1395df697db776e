/**
 * How real documents beyond the five differ. Their texts are not ours to keep: only codes and
 * counts stand here, and the tests are skipped where the folder is not there.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { alignCatalog } from '../../scripts/ingest/align/index.ts';
import { compareCatalog, GlossarySchema } from '../../scripts/ingest/compare/index.ts';
import { HeadingsSchema } from '../../scripts/ingest/headings.ts';
import { readLexicon } from '../../scripts/ingest/load/lexicon.ts';
import { normaliseDocument } from '../../scripts/ingest/normalise/index.ts';
import { decodeDocument } from '../../scripts/ingest/read/decode.ts';
import { readDocument } from '../../scripts/ingest/read/index.ts';
import type { PairDifference } from '../../src/model/difference.ts';
import type { Lang } from '../../src/model/lang.ts';
import { makeVariant } from '../support/make-code.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = `${root}/../shared/corpus`;
const skip = existsSync(corpus) ? false : `${corpus} is not there`;
const readYaml = (name: string): unknown =>
  parse(readFileSync(`${root}/content/curation/${name}.yaml`, 'utf8'));
const glossary = GlossarySchema.parse(readYaml('glossary'));
const lexicon = readLexicon();
const headings = HeadingsSchema.parse(readYaml('headings'));

function readVariant(source: string, revision: string) {
  const lang: Lang = source.includes('.zh.') ? 'zh-CN' : 'en';
  const variant = makeVariant({
    id: source.replaceAll(/[^a-z0-9]+/g, '-'),
    lang,
    revision,
    lineage: lang.toLowerCase(),
    format: source.endsWith('.rst') ? 'rst' : 'markdown',
    source,
  });
  const decoded = decodeDocument(readFileSync(`${corpus}/${source}`), source);
  assert.ok('text' in decoded, source);
  return normaliseDocument(
    readDocument(decoded.text, source, variant.format, headings),
    variant,
    headings,
  );
}

/** Returns the differences between two documents of the corpus, the older or English one first. */
function compare(left: string, right: string): PairDifference[] {
  const documents = [readVariant(left, '2001-01'), readVariant(right, '2002-01')] as const;
  const codes = alignCatalog([...documents]).map((code) => ({ catalog: 'c', ...code }));
  const variants = documents.map(({ variant }) => variant);
  const { comparisons } = compareCatalog({ id: 'c', variants }, codes, glossary, lexicon);
  return comparisons[0]?.differences ?? [];
}

const codesOf = (found: PairDifference[], kind: string): string[] =>
  [...new Set(found.filter((item) => item.kind === kind).map(({ code }) => code))].sort();

test('ecs 2024-08..2024-12: one HTTP status changed, and nothing else', { skip }, () => {
  const found = compare('ecs/otc-2024-08.en.rst', 'ecs/otc-2024-12.en.rst');
  assert.deepEqual(
    found.map(({ code, field, runs }) => [code, field, runs?.map(([, text]) => text).join('→')]),
    [['Common.1503', 'httpStatus', '503→429']],
  );
  assert.equal(found[0]?.severity, 'contradiction');
});

test('apig-management 2024-11..2025-03: a code is gone, and nothing else', { skip }, () => {
  const found = compare('apig-management/otc-2024-11.en.rst', 'apig-management/otc-2025-03.en.rst');
  assert.deepEqual(
    found.map(({ code, field, kind, severity }) => `${code} ${field} ${kind} ${severity}`),
    ['APIG.3714 presence only-left content'],
  );
});

// Every alarm here was looked at (docs/comparing.md): a new one is either a better rule or a false
// alarm, and both want a look.
const alarms: [string, string, Record<string, string[]>][] = [
  [
    'ecs/otc-2026-02.en.rst',
    'ecs/huaweicloud-2024-04.zh.md',
    { identifier: ['Ecs.0015', 'Ecs.0023', 'Ecs.0314'] },
  ],
  [
    'smn/otc.en.rst',
    'smn/huaweicloud.zh.md',
    {
      identifier: ['SMN.0021', 'SMN.0119', 'SMN.0124', 'SMN.0161', 'SMN.0215', 'SMN.0217'],
    },
  ],
  [
    'apig-management/otc-2025-03.en.rst',
    'apig-management/huaweicloud-2021-09.zh.md',
    { identifier: ['APIG.3111'] },
  ],
  ['tencent-apigateway/tencent.en.md', 'tencent-apigateway/tencent.zh.md', {}],
];

for (const [left, right, expected] of alarms)
  test(`invariants: ${left} | ${right}`, { skip }, () => {
    const found = compare(left, right);
    for (const kind of ['number', 'identifier', 'placeholder', 'untranslated', 'empty', 'drift'])
      assert.deepEqual(codesOf(found, kind), expected[kind] ?? [], kind);
  });
