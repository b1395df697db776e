/** The worked example of docs/maintaining.md, with the document that it names. */
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordPermalinks } from '../../scripts/ingest/permalinks/record-permalinks.ts';
import { runIngest } from '../../scripts/ingest/run.ts';
import { copyOfContent, corpusRoot, edit, projectRoot } from '../support/content.ts';

test('a sixth document is added by following docs/maintaining.md', () => {
  const root = copyOfContent('sixth');
  const manual = readFileSync(join(projectRoot, 'docs/maintaining.md'), 'utf8');
  const example = manual.slice(manual.indexOf('## Worked example'));
  // The two blocks to copy: the new variant, and the line that its successor needs.
  const [variant = '', follows = ''] = [...example.matchAll(/```yaml\n(.*?)```/gs)].map(
    ([, block]) => block ?? '',
  );
  const id = /- id: (\S+)/.exec(variant)?.[1] ?? '';
  const source = /source: (\S+)/.exec(variant)?.[1] ?? '';
  copyFileSync(join(corpusRoot, 'apig/huaweicloud-2020-05.zh.md'), join(root, source));
  edit(root, 'content/catalogs.yaml', '      follows: huaweicloud-2018-12\n', follows);
  edit(
    root,
    'content/catalogs.yaml',
    '    - id: huaweicloud-2018-12\n',
    `${variant}    - id: huaweicloud-2018-12\n`,
  );
  const printed = /^ {2}huaweicloud-2020-05: .+$/m.exec(example)?.[0] ?? '';
  assert.match(printed, /42 rows, 35 codes/);
  const { exitCode, report } = runIngest(root, {});
  assert.equal(exitCode, 0, report);
  assert.ok(report.includes(`${printed}\n`), report);
  recordPermalinks(root);
  assert.equal(runIngest(root, { check: true }).exitCode, 0);
  for (const locale of ['en', 'zh-cn']) {
    const page = join(root, `src/content/twins/${locale}/apig/apig-0201.md`);
    assert.ok(readFileSync(page, 'utf8').includes(id));
  }
});
