/** Every vendor's text says in which language it is, on every page, checked against the data itself. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Root } from 'hast';
import type { Page } from 'playwright-core';
import type { ApiCodes, ApiIndex } from '../../src/api/schema.ts';
import {
  builtPages,
  elementsOf,
  loadBuilt,
  parseHtml,
  parsePage,
  textOf,
} from '../support/built-site.ts';
import {
  findWronglyMarked,
  langByScript,
  readTexts,
  readWholeTexts,
  squeeze,
} from './support/read-language.ts';
import { useSite } from './support/site.ts';

const index = loadBuilt<ApiIndex>('api/v1/index.json');
const codes = index.catalogs.flatMap(
  ({ id }) => loadBuilt<ApiCodes>(`api/v1/${id}/codes.json`).codes,
);
const fields = ['message', 'description', 'solution'] as const;

/** Names are the same in every language (WCAG 3.1.2 leaves them out), and so are commands. */
const names = [
  ...new Set(
    index.catalogs
      .flatMap(({ variants }) => variants.map(({ publisher }) => publisher))
      .flatMap((name) => Object.values(name)),
  ),
  'npm run',
];
/** What the data say, without white space, with its language; texts of one word may be anyone's. */
const said = new Map(
  codes
    .flatMap(({ cases }) => cases.flatMap(({ entries }) => entries))
    .flatMap((entry) => fields.map((field) => entry[field] ?? ''))
    .filter((text) => /\S\s+\S|\p{Script=Han}/u.test(text))
    .map((text) => [squeeze(text), langByScript(text)]),
);
const wronglyQuoted = (root: Root) =>
  readWholeTexts(root)
    .filter(({ text, lang }) => (said.get(text) ?? lang) !== lang)
    .map(({ text, lang, where }) => `${lang} ${where}: ${text.slice(0, 80)}`);
const problemsOf = (root: Root) => [
  ...findWronglyMarked(readTexts(root), names),
  ...wronglyQuoted(root),
];

describe('the built site', () => {
  const pages = new Map(
    builtPages()
      .filter((path) => !path.startsWith('offline/'))
      .map((path) => [path, parsePage(path)]),
  );

  test('marks each text with its language, on every page', () => {
    const wrong = [...pages].flatMap(([path, root]) =>
      problemsOf(root).map((text) => `${path}: ${text}`),
    );
    assert.deepEqual(wrong.slice(0, 30), []);
    assert.ok(pages.size > 400, `${pages.size} pages`);
  });

  test('knows two languages, and each page is in the one of its address', () => {
    for (const [path, root] of pages) {
      const marked = elementsOf(root, ({ properties }) => properties['lang'] !== undefined);
      const langs = new Set(marked.map(({ properties }) => properties['lang']));
      assert.deepEqual(
        [...langs].filter((lang) => lang !== 'en' && lang !== 'zh-CN'),
        [],
        path,
      );
      assert.equal(marked[0]?.tagName, 'html', path);
      const lang = path.startsWith('zh-cn/') ? 'zh-CN' : 'en';
      assert.equal(marked[0]?.properties['lang'], lang, path);
    }
  });

  test('has each text of the data on its code’s pages, in its language', () => {
    let count = 0;
    for (const { catalog, slug, cases } of codes) {
      for (const locale of ['en', 'zh-cn']) {
        const path = `${locale}/${catalog}/${slug}/index.html`;
        const wholes = new Map<string, string[]>();
        for (const { text, lang } of readWholeTexts(pages.get(path) ?? assert.fail(path)))
          wholes.set(text, [...(wholes.get(text) ?? []), lang]);
        for (const entry of cases.flatMap(({ entries }) => entries)) {
          for (const text of fields.map((field) => entry[field] ?? '')) {
            const lang = langByScript(text);
            if (lang === undefined) continue;
            assert.ok(wholes.get(squeeze(text))?.includes(lang), `${path}: ${lang} ${text}`);
            count += 1;
          }
        }
      }
    }
    assert.ok(count > 1000, `${count} texts were looked for`);
  });

  test('is titled and described in the language of its pages', () => {
    // One string has one language, that of its page; texts of the documents are quoted in it as they
    // are, the longest first, as far as there is room.
    const quoted = [
      ...new Set(
        codes
          .flatMap(({ cases }) => cases.flatMap(({ entries }) => entries))
          .flatMap((entry) => fields.map((field) => squeeze(entry[field] ?? '').slice(0, 200)))
          .filter((text) => text !== ''),
      ),
    ].sort((a, b) => b.length - a.length);
    for (const [path, root] of pages) {
      if (!/^(en|zh-cn)\//.test(path)) continue;
      const title = textOf(elementsOf(root, ({ tagName }) => tagName === 'title')[0] ?? root);
      const description = elementsOf(
        root,
        ({ properties }) => properties['name'] === 'description',
      )[0];
      const texts = [title, String(description?.properties['content'] ?? '')];
      for (const text of texts.filter((text) => text !== '')) {
        const own = quoted.reduce((rest, words) => rest.replace(words, ''), squeeze(text));
        assert.equal(/\p{Script=Han}/u.test(own), path.startsWith('zh-cn/'), `${path}: ${text}`);
      }
    }
  });
});

describe('what scripts show', () => {
  const site = useSite({ keepPages: true });
  let page: Page;
  before(async () => {
    page = await site.open('/en/');
  });
  const problemsNow = async (where: string) =>
    problemsOf(parseHtml(await page.content())).map((text) => `${where}: ${text}`);

  for (const locale of ['en', 'zh-cn']) {
    test(`search results are marked, ${locale}`, async () => {
      const wrong: string[] = [];
      for (const text of [
        '签名',
        'backend timeout',
        '请求body过大',
        'APIG.0201',
        '404',
        'zebra quantum',
        '后端超时',
      ]) {
        await page.goto(`${site.url}/${locale}/find/?q=${encodeURIComponent(text)}`);
        await page.waitForSelector('[data-results][data-state=done]');
        wrong.push(...(await problemsNow(text)));
      }
      assert.deepEqual(wrong, []);
    });

    test(`pinned texts and mistyped addresses are marked, ${locale}`, async () => {
      const wrong: string[] = [];
      for (const path of [
        'apig/apig-0201/?variant=otc-2023-10',
        'apig/apig-0201/?variant=huaweicloud-2018-12',
        'apig/apig-0101/?variant=huaweicloud-web',
      ]) {
        await page.goto(`${site.url}/${locale}/${path}`);
        await page.waitForSelector('.pinned');
        wrong.push(...(await problemsNow(path)));
      }
      assert.deepEqual(wrong, []);
    });
  }
});
