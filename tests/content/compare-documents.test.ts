/** How the five documents differ: what is known of them, through the whole pipeline. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { compareVariants, GlossarySchema } from '../../scripts/ingest/compare/index.ts';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import type { Difference } from '../../src/model/difference.ts';
import type { Variant } from '../../src/model/registry.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const glossary = GlossarySchema.parse(
  parse(readFileSync(`${root}/content/curation/glossary.yaml`, 'utf8')),
);
const catalog = ingest(root).catalogs.find(({ catalog: { id } }) => id === 'apig');
assert.ok(catalog);
const { codes } = catalog;

type Found = Difference & { code: string };

const between = (left: string, right: string): Found[] => {
  const variantOf = (id: string): Variant => {
    const variant = catalog.catalog.variants.find((item) => item.id === id);
    assert.ok(variant, id);
    return variant;
  };
  return compareVariants(variantOf(left), variantOf(right), codes, glossary);
};
const otc = between('otc-2023-10', 'otc-2024-12');
const chinese = between('huaweicloud-2018-12', 'huaweicloud-web');
const languages = between('otc-2024-12', 'huaweicloud-web');

/** Codes of which every case is in one variant alone. */
const onlyIn = (kind: 'only-left' | 'only-right', found: Found[], other: string): string[] =>
  [...new Set(found.filter((item) => item.kind === kind).map(({ code }) => code))].filter(
    (code) =>
      !codes
        .find((item) => item.code === code)
        ?.cases.some(({ entries }) => entries.some((entry) => entry.variant === other)),
  );

test('otc-2023-10..otc-2024-12: codes added, fields changed, nothing removed', () => {
  assert.equal(onlyIn('only-right', otc, 'otc-2023-10').length, 26);
  assert.deepEqual(onlyIn('only-left', otc, 'otc-2024-12'), []);
  assert.deepEqual(
    otc
      .filter(({ field }) => field !== 'presence')
      .map(({ code, field, kind, severity }) => `${code} ${field} ${kind} ${severity}`),
    [
      'APIG.0101 solution changed wording',
      'APIG.0203 message changed typography',
      'APIG.0203 solution changed wording',
      'APIG.0303 solution changed wording',
      'APIG.0308 solution changed content',
      'APIG.0608 description changed content',
      'APIG.0609 description changed content',
    ],
  );
  const [first] = codes.find(({ code }) => code === 'APIG.0101')?.cases ?? [];
  assert.equal(otc.find(({ code }) => code === 'APIG.0101')?.case, first?.id);
});

test('huaweicloud-2018-12..huaweicloud-web: codes added, five HTTP statuses contradict', () => {
  assert.equal(onlyIn('only-right', chinese, 'huaweicloud-2018-12').length, 41);
  assert.deepEqual(onlyIn('only-left', chinese, 'huaweicloud-web'), []);
  assert.deepEqual(
    chinese
      .filter(({ severity }) => severity === 'contradiction')
      .map(({ code, field, before, after }) => `${code} ${field} ${before}→${after}`),
    [
      'APIG.0103 httpStatus 404→500',
      'APIG.0104 httpStatus 400→500',
      'APIG.0105 httpStatus 400→500',
      'APIG.0201 httpStatus 503→502',
      'APIG.0307 httpStatus 403→401',
    ],
  );
});

test('otc-2024-12..huaweicloud-web: what only the Chinese document has', () => {
  assert.deepEqual(onlyIn('only-right', languages, 'otc-2024-12'), [
    'APIG.0108',
    'APIG.0316',
    'APIG.0317',
    'APIG.0318',
    'APIG.0319',
    'APIG.0403',
    'APIG.0624',
  ]);
  assert.deepEqual(
    languages.filter(({ severity }) => severity === 'contradiction'),
    [],
  );
  const tls = languages.find(({ code, kind }) => code === 'APIG.0204' && kind === 'identifier');
  assert.equal(tls?.field, 'solution');
  assert.deepEqual(tls.onlyLeft, []);
  assert.deepEqual(tls.onlyRight, ['TLS1.1', 'TLS1.2']);
  assert.ok(languages.some(({ code, kind }) => code === 'APIG.0301' && kind === 'drift'));
  const messages = languages.filter(({ field }) => field === 'message');
  assert.ok(messages.every(({ severity }) => severity === 'typography'));
});

test('each code carries the differences of the three pairs, each with its own fingerprint', () => {
  const all = codes.flatMap(({ differences }) => differences);
  assert.equal(all.length, otc.length + chinese.length + languages.length);
  assert.equal(new Set(all.map(({ fingerprint }) => fingerprint)).size, all.length);
});
