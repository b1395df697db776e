/** A second run does nothing when nothing has changed, and everything when anything has. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentOf, projectRoot } from '../../support/content.ts';

const table = '| Error Code | Message |\n|---|---|\n| A.1 | Gone. |\n';
const page = 'src/content/docs/en/test/a-1.mdx';

function ingest(root: string, ...options: string[]): string {
  const script = join(projectRoot, 'scripts/ingest.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [script, '--root', root, ...options],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  return stdout;
}

/** A root that was ingested, and whose stamp says so in words of its own. */
function stamped(name: string): string {
  const root = contentOf(name, [{ id: 'one', text: table }]);
  ingest(root);
  const file = join(root, '.cache/ingest.json');
  const stamp = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify({ ...stamp, reports: { text: 'as before', json: '"as before"' } }),
  );
  return root;
}

test('a run that would change nothing prints what it would', () => {
  const root = contentOf('stamp', [{ id: 'one', text: table }]);
  ingest(root);
  const again = ingest(root);
  const whole = again.replace(/^.*permalinks.*\n/gm, '');
  rmSync(join(root, '.cache'), { recursive: true });
  assert.equal(ingest(root).replace(/^.*permalinks.*\n/gm, ''), whole);
  assert.match(again, /Everything is up to date\.\n$/);
  assert.equal(JSON.parse(ingest(root, '--json')).catalogs[0].codes, 1);
  rmSync(root, { recursive: true });
});

test('the stages are not run while nothing has changed, but for a check', () => {
  const root = stamped('stamp-same');
  assert.equal(ingest(root), 'as before\n');
  assert.equal(ingest(root, '--json'), '"as before"\n');
  rmSync(root, { recursive: true });
});

const changes: [string, (root: string) => void][] = [
  [
    'a document',
    (root) => appendFileSync(join(root, 'content/sources/test/one.md'), '| A.2 | New. |\n'),
  ],
  ['the curation', (root) => appendFileSync(join(root, 'content/curation/defects.yaml'), '# x\n')],
  ['a page by hand', (root) => appendFileSync(join(root, page), 'x')],
  ['the time of a page', (root) => utimesSync(join(root, page), 1, 1)],
  ['a page that is gone', (root) => rmSync(join(root, page))],
  ['a page too many', (root) => writeFileSync(join(root, page.replace('a-1', 'a-9')), 'x')],
  ['a broken stamp', (root) => writeFileSync(join(root, '.cache/ingest.json'), '{')],
];
for (const [what, change] of changes) {
  test(`the stages are run again after a change: ${what}`, () => {
    const root = stamped('stamp-changed');
    change(root);
    assert.match(ingest(root), /^test: \d codes/);
    assert.match(readFileSync(join(root, page), 'utf8'), /^title: A\.1$/m);
    rmSync(root, { recursive: true });
  });
}
