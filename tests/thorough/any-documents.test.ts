/** A site of fifteen unlike catalogs: every kind of page can be read at every width. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startServer } from '../../scripts/serve/static-server.ts';
import { findLayoutFaults } from '../browser/support/find-layout-faults.ts';
import { launchBrowser } from '../support/browser.ts';
import { addressOf, builtPages, onePageOfEachKind } from '../support/built-site.ts';
import { fifteenCatalogs } from '../support/fifteen-catalogs.ts';
import { runScript } from '../support/project.ts';
import { projectOf } from '../support/project-of.ts';

const widths = [320, 390, 768, 961, 1024, 1150, 1280, 1920];

test('no column is too narrow, nothing overlaps or scrolls sideways, whatever the documents', async (t) => {
  const root = process.env['FIFTEEN'] ?? projectOf('fifteen', fifteenCatalogs);
  if (!process.env['FIFTEEN']) {
    t.after(() => rmSync(root, { recursive: true, force: true }));
    runScript(root, 'build', { BASE_PATH: '', OUT_DIR: '' });
  }
  const dist = join(root, 'dist');
  const [server, browser] = await Promise.all([startServer({ root: dist }), launchBrowser()]);
  t.after(() => Promise.all([server.close(), browser.close()]));
  const pages = builtPages(dist);
  // The language alternates from catalog to catalog.
  const ofCatalogs = fifteenCatalogs.flatMap(({ id }, at) => {
    const folder = `${at % 2 ? 'en' : 'zh-cn'}/${id}/`;
    const isCode = (path: string) => path.startsWith(folder) && path.split('/').length === 4;
    const codes = pages.filter((path) => isCode(path) && !/compare|history|worklist/.test(path));
    return [`${folder}index.html`, ...codes.slice(-1)];
  });
  const kinds = onePageOfEachKind(pages).filter((path) => !/^(index\.html|c\/)/.test(path));
  const page = await browser.newPage();
  const faults: string[] = [];
  for (const path of new Set([...ofCatalogs, ...kinds])) {
    await page.goto(server.url + addressOf(path));
    for (const width of ofCatalogs.includes(path) ? widths : [320, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      for (const fault of await findLayoutFaults(page))
        faults.push(`${path} at ${width}: ${fault}`);
    }
  }
  assert.deepEqual(faults, []);
});
