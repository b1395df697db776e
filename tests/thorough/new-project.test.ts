/** From an empty folder to a built site with two documents in two languages. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFolder } from '../../scripts/bench/copy-project.ts';
import { projectRoot } from '../support/content.ts';
import { runScript } from '../support/project.ts';
import { tableOf } from '../support/project-of.ts';

const node = (root: string, script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
};

test('a newcomer makes a project, adds two documents, and builds the site', (t) => {
  const root = makeFolder('new');
  t.after(() => rmSync(root, { recursive: true, force: true }));
  node(projectRoot, 'scripts/init.ts', root);
  const given = makeFolder('given');
  t.after(() => rmSync(given, { recursive: true, force: true }));
  const [english, chinese] = ['shop.en.md', 'shop.zh.md'].map((name) => join(given, name));
  const rows = [['SHOP.1', '404', 'No such order.', 'Check the number.']];
  writeFileSync(
    english ?? '',
    `# Shop errors\n\n${tableOf(['Error Code', 'HTTP Status Code', 'Error Message', 'Solution'], rows)}`,
  );
  writeFileSync(
    chinese ?? '',
    `# 商店错误码\n\n${tableOf(['错误码', 'HTTP状态码', '错误信息', '处理措施'], [['SHOP.1', '404', 'No such order.', '请检查订单号。']])}`,
  );
  const about = ['--publisher', 'Shop / 商店', '--licence', 'own', '--redistribute', 'yes'];
  const title = ['--catalog', 'shop', '--title', 'Shop API / 商店API'];
  node(root, 'scripts/add.ts', english ?? '', ...title, ...about);
  node(root, 'scripts/add.ts', chinese ?? '', ...about);
  runScript(root, 'build');
  const page = readFileSync(join(root, 'dist/en/shop/shop-1/index.html'), 'utf8');
  for (const text of [
    'SHOP.1',
    'No such order.',
    'Check the number.',
    '请检查订单号。',
    'Our error codes',
  ])
    assert.ok(page.includes(text), text);
  assert.match(node(root, 'scripts/ingest.ts', '--check'), /Everything is up to date/);
  assert.match(node(projectRoot, 'scripts/init.ts', root), /^0 files of the engine replaced/);
});
