import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distinguishEditions } from '../../../../scripts/ingest/load/distinguish-editions.ts';
import { ingest } from '../../../../scripts/ingest/pipeline.ts';
import { contentOf } from '../../../support/content.ts';

const table = (rows: string) => `| Error Code | Message |\n| --- | --- |\n${rows}\n`;

test('codes one letter apart that no document has together are listed, with YAML', () => {
  const root = contentOf('similar', [
    { id: 'one', text: table('| QUOTA_EXCEEDED | One. |\n| LIMIT_1001 | Two. |') },
    { id: 'two', lineage: 'two', text: table('| QUOTA_EXCEDED | One. |\n| LIMIT_1002 | Two. |') },
  ]);
  const items = ingest(root).catalogs[0]?.work.filter(({ kind }) => kind === 'similar-codes');
  assert.equal(items?.length, 1);
  assert.deepEqual([items[0]?.code, items[0]?.similarCode].sort(), [
    'QUOTA_EXCEDED',
    'QUOTA_EXCEEDED',
  ]);
  assert.match(items[0]?.curation ?? '', /variant: (one|two)\n {2}line: 3\n {2}code: QUOTA_EXC/);
});

test('documents of one publisher and edition are told apart by language', () => {
  const root = contentOf('similar-names', [{ id: 'one', text: table('| A.1 | One. |') }]);
  const catalog = ingest(root).catalogs[0]?.catalog;
  const [variant] = catalog?.variants ?? [];
  assert.ok(catalog && variant);
  const twin = { ...variant, id: 'two', lang: 'zh-CN' as const, lineage: 'two' };
  const { variants } = distinguishEditions({
    ...catalog,
    variants: [{ ...variant, lang: 'en' }, twin],
  });
  assert.deepEqual(
    variants.map(({ edition }) => edition.en.replace(variant.edition.en, '')),
    [' (English)', ' (Chinese)'],
  );
  assert.deepEqual(distinguishEditions(catalog), catalog);
});
