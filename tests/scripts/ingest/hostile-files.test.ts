/** Files that people and documents fill: odd names and odd content are refused in words, or kept. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCuration } from '../../../scripts/ingest/load/curation.ts';
import { InputError } from '../../../scripts/ingest/load/input-error.ts';
import { readLastTexts } from '../../../scripts/ingest/load/last-texts.ts';
import { readPermalinks } from '../../../scripts/ingest/load/permalinks.ts';
import { readRegistry } from '../../../scripts/ingest/load/registry.ts';
import { hasFailed, ingest } from '../../../scripts/ingest/pipeline.ts';
import { createPageReader, type PageTree } from '../../../src/data/code-page/read-page.ts';
import { renderPermalinks } from '../../../src/model/permalinks.ts';
import { assertPrototypesKept } from '../../fuzz/prototypes.ts';
import { runs, seed } from '../../fuzz/runs.ts';
import { contentOf } from '../../support/content.ts';
import { hostileTexts } from '../../support/hostile.ts';

const names = ['constructor', 'toString', 'hasOwnProperty', 'prototype', '__defineGetter__'];

test('codes and cases named as members of every object are recorded, and found again', () => {
  const rows = names.flatMap((name, at) => [
    `|\`${name}\`|400|${names[(at + 1) % names.length]}|a|`,
    `|\`${name}\`||\`${name}\`|b|`,
  ]);
  const text = `|Error Code|HTTP Status Code|Message|__proto__|\n|-|-|-|-|\n${rows.join('\n')}\n|\`__proto__\`|400|x|kept|\n`;
  const root = contentOf('names', [{ id: 'one', text }]);
  const first = ingest(root);
  assert.ok(!hasFailed(first), first.problems.join('\n'));
  const codes = first.catalogs.flatMap((catalog) => catalog.codes.map(({ code }) => code));
  assert.deepEqual(codes.toSorted(), names.toSorted());
  // The one name that an object cannot have: its row is kept, under no code.
  assert.ok(first.findings.some(({ place }) => place.line === 3 + rows.length));
  writeFileSync(join(root, 'content/permalinks.json'), renderPermalinks(first.record.permalinks));
  const again = ingest(root);
  assert.deepEqual(again.record.permalinks, first.record.permalinks);
  for (const name of names) {
    assert.ok(Object.hasOwn(again.record.permalinks.catalogs['test']?.codes ?? {}, name), name);
  }
  assertPrototypesKept();
});

const bomb = `a: &a [x, x]\n${[...'bcdefghijk'].map((name, at) => `${name}: &${name} [${`*${'abcdefghij'[at]}, `.repeat(9)}*${'abcdefghij'[at]}]`).join('\n')}\n`;
const value = fc.anything({
  key: fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'catalogs', 'codes', 'pages', 'id', 'variants'),
  ),
  maxDepth: 4,
  withBigInt: false,
});
const fileText = fc.oneof(
  value.map((any) => JSON.stringify(any) ?? ''),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '- ',
        ': ',
        '\n',
        '  ',
        '&a ',
        '*a',
        '{',
        '[',
        '"',
        '!!js/function ',
        '<<: ',
        '__proto__',
        '---',
        '? ',
        'id',
        ...hostileTexts,
      ),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    bomb,
    '['.repeat(20_000),
    `${'- '.repeat(20_000)}a`,
    '{"a":'.repeat(20_000),
    '"\\ud800"',
  ),
);

test('a registry, a curation and a record that hold anything are read or refused in words', () => {
  const root = contentOf('files', [{ id: 'one', text: '|Error Code|\n|-|\n|A.1|\n' }]);
  const files: [string, () => unknown][] = [
    ['content/permalinks.json', () => readPermalinks(root)],
    ['content/last-texts.json', () => readLastTexts(root, '../last-texts')],
    ['content/curation/glossary.yaml', () => readCuration(root)],
    ['content/curation/alignment.yaml', () => readCuration(root)],
    ['content/catalogs.yaml', () => readRegistry(root)],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...files), fileText, ([file, read], text) => {
      const path = join(root, file);
      const before = existsSync(path) ? readFileSync(path) : undefined;
      writeFileSync(path, text);
      try {
        read();
      } catch (error) {
        assert.ok(error instanceof InputError, String((error as Error).stack));
      } finally {
        if (before) writeFileSync(path, before);
      }
      assertPrototypesKept();
    }),
    { numRuns: runs, seed },
  );
});

test('a page that would have to be run is refused, whatever stands in it', () => {
  const part = fc.constantFrom(
    '{',
    '}',
    '<',
    '>',
    '/',
    '<Case id="',
    '">',
    '</Case>',
    'import ',
    'export ',
    ' from "x"',
    '\n\n',
    '`',
    '# ',
    '[a](javascript:b)',
    '<script>',
    '<b onclick="x">',
    '&lt;',
    '{...a}',
    ...hostileTexts,
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      let tree: PageTree;
      try {
        tree = createPageReader()(`---\ntitle: x\n---\n\n${parts.join('')}\n`, 'page.mdx');
      } catch (error) {
        assert.ok(error instanceof Error && !(error instanceof TypeError), String(error));
        return;
      }
      const html = JSON.stringify(tree.nodes);
      assert.doesNotMatch(html, /<script|<[a-z]+ on/i);
    }),
    { numRuns: runs, seed },
  );
});
