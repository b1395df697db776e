/** Known answers about revisions of real documents. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogOf, readGoldDocument } from '../../scripts/bench/gold/read-documents.ts';
import { alignCatalog } from '../../scripts/ingest/align/index.ts';
import { compareCatalog } from '../../scripts/ingest/compare/index.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { slugOf } from '../../src/text/slug.ts';
import { projectRoot } from '../support/content.ts';

describe('known answers about revisions', () => {
  const compareFiles = (folder: string, names: string[]) => {
    const curation = readCuration(projectRoot);
    const documents = names.map((name) =>
      readGoldDocument(projectRoot, `corpus/${folder}/${name}`, curation),
    );
    const codes = alignCatalog(documents).map(({ lost: _, retired: __, back: ___, ...code }) => ({
      catalog: folder,
      slug: slugOf(code.code),
      ...code,
      differences: [],
      defects: [],
    }));
    return compareCatalog(catalogOf(folder, documents), codes, curation.glossary);
  };

  test('ECS: Common.1503 went from 503 to 429', () => {
    const [pair] = compareFiles('ecs', ['otc-2024-08.en.rst', 'otc-2024-12.en.rst']).comparisons;
    const status = pair?.differences.find(
      ({ code, field }) => code === 'Common.1503' && field === 'httpStatus',
    );
    assert.deepEqual(status?.runs, [
      ['-', '503'],
      ['+', '429'],
    ]);
    assert.equal(status?.severity, 'contradiction');
  });

  test('API Gateway management: APIG.3714 is gone in 2025-03', () => {
    const names = ['otc-2024-11.en.rst', 'otc-2025-03.en.rst'];
    const [pair] = compareFiles('apig-management', names).comparisons;
    assert.deepEqual(
      pair?.differences.filter(({ kind }) => kind === 'only-left').map(({ code }) => code),
      ['APIG.3714'],
    );
  });
});
