import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from './support/content.ts';

test('the files and folders that the documentation names are there', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    ...globSync('docs/*.md', { cwd: projectRoot }),
  ];
  const missing = documents.flatMap((document) => {
    const text = readFileSync(join(projectRoot, document), 'utf8');
    // A name in angle brackets or capitals stands for any, an asterisk too.
    const paths = text.matchAll(/`((?:docs|scripts|src|tests)\/[\w./[\]-]+)`/g);
    return [...paths]
      .map(([, path = '']) => path)
      .filter((path) => !/\/[A-Z]+\.\w+$/.test(path) && !existsSync(join(projectRoot, path)))
      .map((path) => `${document}: ${path}`);
  });
  assert.deepEqual(missing, []);
});

test('sections of pages are called what the pages call them', () => {
  const strings = JSON.parse(readFileSync(join(projectRoot, 'src/content/i18n/en.json'), 'utf8'));
  for (const name of ['maintaining', 'aligning'])
    assert.ok(
      readFileSync(join(projectRoot, `docs/${name}.md`), 'utf8').includes(strings['case.matrix']),
      name,
    );
});
