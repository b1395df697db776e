/** The built site: no broken link or anchor, and valid HTML. No browser is needed, but the site is. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import {
  addressOf,
  base,
  builtPages,
  distRoot,
  onePageOfEachKind,
  readBuilt,
} from '../support/built-site.ts';
import { temporaryFolder } from '../support/content.ts';
import { findBrokenLinks, type PageLinks, readLinks } from '../support/links.ts';

/** The site's own address, as its pages name it. */
const siteUrl = `${process.env['SITE_URL'] ?? 'https://error-codes.example'}${base}`;

describe('links', () => {
  const known = new Map<string, PageLinks>();
  const linksOf = (path: string) => {
    const links = known.get(path) ?? readLinks(readBuilt(path));
    known.set(path, links);
    return links;
  };
  const site = { root: distRoot, url: siteUrl, linksOf };

  test('of every page lead to a file and an anchor', () => {
    const pages = builtPages();
    const broken = pages.flatMap((page) => findBrokenLinks(site, page, addressOf(page)));
    assert.deepEqual([...new Set(broken)].slice(0, 40), []);
    const count = pages.reduce((sum, page) => sum + linksOf(page).links.length, 0);
    assert.ok(count > 5_000, `${count} links were read`);
  });

  test('of the sitemap lead to pages', () => {
    const addresses = [...readBuilt('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)];
    assert.ok(addresses.length > 200);
    const links = addresses.map(([, address]) => address ?? '');
    const map = { ids: new Set<string>(), links };
    const of = (path: string) => (path === 'sitemap-0.xml' ? map : linksOf(path));
    assert.deepEqual(findBrokenLinks({ ...site, linksOf: of }, 'sitemap-0.xml', ''), []);
  });

  test('that are broken are found', () => {
    const root = temporaryFolder('links', { 'index.html': '', 'a.html': '' });
    const pages: Record<string, string> = {
      'index.html': `<p id="x" title='<a href="/no/">'></p><a href="/docs/#x">ok</a><a href="#中">no</a>
        <a href="https://else.example/">ok</a><a href="mailto:a@b.example">ok</a><a href="a.html?q#y">no</a>
        <img src="/docs/none.png"><a href="/out/">no</a><meta http-equiv="refresh" content="0; url=gone/">`,
      'a.html': '<p id="z"></p>',
    };
    const linksOf = (path: string) => readLinks(pages[path] ?? '');
    const broken = findBrokenLinks(
      { root, url: 'https://x.example/docs/', linksOf },
      'index.html',
      '',
    );
    assert.deepEqual(broken, [
      'index.html: #中 leads to no anchor',
      'index.html: a.html?q#y leads to no anchor',
      'index.html: /docs/none.png leads to no file',
      'index.html: /out/ leads out of the site',
      'index.html: gone/ leads to no file',
    ]);
  });
});

describe('HTML', () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard'],
    elements: ['html5'],
  });
  const problemsOf = async (page: string) => {
    const { results } = await validator.validateString(readBuilt(page), page);
    return results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => {
        return `${page}:${line}:${column} ${ruleId}: ${message}`;
      }),
    );
  };

  test('is valid on every kind of page', async () => {
    const kinds = onePageOfEachKind();
    // And what its kind does not show: the page with most cases, and the single file.
    const more = ['en/apig/apig-0201/index.html', 'zh-cn/apig/apig-0201/index.html'];
    for (const page of [...kinds, ...more]) assert.deepEqual(await problemsOf(page), []);
  });

  test('that is not valid is found', async () => {
    const { valid } = await validator.validateString('<p><div id="a"></div><b id="a"></b></p>');
    assert.equal(valid, false);
  });
});
