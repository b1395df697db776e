/** A site of fifteen unlike catalogs: every kind of page can be read at every width. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startServer } from '../../scripts/serve/static-server.ts';
import { findLayoutFaults } from '../browser/support/find-layout-faults.ts';
import { launchBrowser } from '../support/browser.ts';
import { addressOf, builtPages, onePageOfEachKind } from '../support/built-site.ts';
import { fifteenCatalogs } from '../support/fifteen-catalogs.ts';
import { runScript } from '../support/project.ts';
import { projectOf } from '../support/project-of.ts';

const widths = [320, 390, 768, 961, 1024, 1150, 1280, 1920];

const root = process.env['FIFTEEN'] ?? projectOf('fifteen', fifteenCatalogs);
const dist = join(root, 'dist');
before(() => {
  if (!process.env['FIFTEEN']) runScript(root, 'build', { BASE_PATH: '', OUT_DIR: '' });
});
after(() => {
  if (!process.env['FIFTEEN']) rmSync(root, { recursive: true, force: true });
});

test('a catalog in one language says so, once a page, and only to readers of the other', () => {
  const says = { en: 'Available in English only.', 'zh-CN': '该错误码目录仅收录了中文文档。' };
  const said = { en: 'Available in Chinese only.', 'zh-CN': '该错误码目录仅收录了英文文档。' };
  const kinds = new Set<string>();
  for (const { id, documents } of fifteenCatalogs) {
    const own = new Set(documents.map(({ lang = 'en' }) => lang));
    kinds.add([...own].join(' '));
    for (const lang of ['en', 'zh-CN'] as const) {
      const folder = join(dist, lang.toLowerCase(), id);
      const code = readdirSync(folder).find(
        (name) =>
          existsSync(join(folder, name, 'index.html')) &&
          !/^(compare|history|worklist)$/.test(name),
      );
      for (const path of ['index.html', join(code ?? '', 'index.html')]) {
        const html = readFileSync(join(folder, path), 'utf8');
        const times = html.split(said[lang]).length - 1;
        assert.equal(times, own.has(lang) ? 0 : 1, `${lang}/${id}/${path}`);
        assert.ok(!html.includes(says[lang]), `${lang}/${id}/${path}`);
      }
    }
  }
  assert.ok(kinds.size > 1);
});

test('no column is too narrow, nothing overlaps or scrolls sideways, whatever the documents', async (t) => {
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
