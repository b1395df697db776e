/** Comparison pages, worklist and histories as they were built. */
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Element, Root } from 'hast';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import {
  builtFiles,
  distRoot,
  elementsOf,
  parsePage,
  readBuilt,
  textOf,
} from '../support/built-site.ts';
import { copyOfContent, projectRoot } from '../support/content.ts';
import { readCsv } from '../support/read-csv.ts';

const { catalogs } = ingest(projectRoot);
const locales = ['en', 'zh-cn'];
const pairs = catalogs.flatMap(({ catalog, comparisons }) =>
  comparisons.map((comparison) => ({
    ...comparison,
    path: `${catalog.id}/compare/${comparison.left}..${comparison.right}`,
  })),
);
const links = (page: Root) =>
  elementsOf(page, ({ tagName }) => tagName === 'a').map(({ properties }) =>
    String(properties['href']),
  );
const work = (catalogId: string, kind: string, code: string) => {
  const items = catalogs.find(({ catalog }) => catalog.id === catalogId)?.work ?? [];
  return `${kind}-${items.find((item) => item.kind === kind && item.code === code)?.fingerprint}`;
};
const rowsOf = (page: Root) =>
  elementsOf(page, ({ properties }) => properties['dataFingerprint'] !== undefined);

describe('comparison pages', () => {
  for (const locale of locales) {
    test(`${locale}: every pair has its page, and the picture leads to it`, () => {
      for (const { catalog, path } of pairs) {
        assert.ok(existsSync(join(distRoot, locale, path, 'index.html')), path);
        const picture = parsePage(`${locale}/${catalog}/compare/index.html`);
        assert.ok(
          links(picture).some((href) => href.endsWith(`/${locale}/${path}/`)),
          path,
        );
      }
    });

    test(`${locale}: a page shows every difference of its pair once, with code, case and places`, () => {
      for (const { path, differences } of pairs) {
        const rows = rowsOf(parsePage(`${locale}/${path}/index.html`));
        const shown = rows.map(({ properties }) => String(properties['dataFingerprint']));
        assert.deepEqual(
          shown.toSorted(),
          differences.map(({ fingerprint }) => fingerprint).sort(),
        );
        for (const row of rows) {
          const own = links({ type: 'root', children: [row] });
          assert.ok(
            own.some((href) => /#L\d+$/.test(href)),
            'a place',
          );
          assert.ok(
            own.some((href) => /\/[a-z0-9-]+\/#[a-z0-9-]+$/.test(href)),
            'a case',
          );
        }
      }
    });
  }

  test('the changed HTTP statuses of the two Chinese documents are first', () => {
    const page = parsePage('en/apig/compare/huaweicloud-2018-12..huaweicloud-web/index.html');
    const rows = rowsOf(page).map(({ properties }) =>
      [properties['dataSeverity'], properties['dataField']].join(' '),
    );
    assert.equal(rows.filter((row) => row === 'changed httpStatus').length, 5);
    assert.equal(rows.lastIndexOf('changed httpStatus'), 4);
  });

  test('marks the words that changed, and the invariants that one language lacks', () => {
    const changed = parsePage('en/apig/compare/otc-2023-10..otc-2024-12/index.html');
    const marks = (page: Root, tag: string) =>
      elementsOf(page, ({ tagName }) => tagName === tag).map((element) => textOf(element));
    assert.ok(marks(changed, 'del').includes('tenant'));
    assert.ok(marks(changed, 'ins').includes('administrator account'));
    const languages = parsePage('en/apig/compare/otc-2024-12..huaweicloud-web/index.html');
    assert.deepEqual(
      [...new Set(marks(languages, 'mark'))].filter((text) => text.startsWith('TLS')),
      ['TLS1.1', 'TLS1.2'],
    );
  });
});

describe('CSV', () => {
  test('begins with a byte order mark and has a line a difference', () => {
    for (const { path, differences } of pairs) {
      for (const locale of locales) {
        const bytes = readFileSync(join(distRoot, locale, `${path}.csv`));
        assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
        const rows = readCsv(bytes.toString('utf8'));
        assert.equal(rows.length, differences.length + 1);
        assert.ok(rows.every((row) => row.length === rows[0]?.length));
        assert.ok(rows.flat().every((cell) => !/^[=+\-@\t\r]/.test(cell)));
      }
    }
  });
});

describe('worklist', () => {
  for (const locale of locales) {
    test(`${locale}: every item is on it under its own id`, () => {
      for (const { catalog, work } of catalogs) {
        const rows = rowsOf(parsePage(`${locale}/${catalog.id}/worklist/index.html`));
        const named = rows.map(({ properties }) => properties['id']);
        assert.deepEqual(
          named,
          work.map(({ kind, fingerprint }) => `${kind}-${fingerprint}`),
        );
      }
    });
  }

  test('the YAML that accepts an item is accepted', () => {
    const copy = copyOfContent('acknowledge');
    const offered = catalogs.flatMap(({ catalog }) =>
      rowsOf(parsePage(`zh-cn/${catalog.id}/worklist/index.html`)).map((row) => {
        const of = (tag: string) =>
          elementsOf(
            { type: 'root', children: [row] },
            ({ tagName, properties }) =>
              tagName === tag && (tag === 'pre' || properties['dataCopy'] !== undefined),
          );
        const yaml = String(of('button')[0]?.properties['dataCopy']);
        assert.ok(of('pre').some((pre) => textOf(pre) === yaml));
        return yaml;
      }),
    );
    const filled = offered.map((yaml) =>
      yaml.replace('reason: REASON', 'reason: as it is').replace('by: NAME', 'by: me'),
    );
    appendFileSync(join(copy, 'content/curation/acknowledged.yaml'), filled.join(''));
    const work = ingest(copy).catalogs.flatMap((one) => one.work);
    assert.equal(work.length, offered.length);
    assert.ok(work.every(({ acknowledged }) => acknowledged !== undefined));
  });

  test('each item about a case shows the texts, with document and line', () => {
    const page = parsePage('en/apig/worklist/index.html');
    const textsOf = (id: string) => {
      const [row] = rowsOf(page).filter(({ properties }) => properties['id'] === id);
      return row ? textOf(row) : '';
    };
    for (const { catalog, codes, work } of catalogs) {
      if (catalog.id !== 'apig') continue;
      for (const { kind, fingerprint, code, case: id, field, places } of work) {
        const item = codes.find((own) => own.code === code)?.cases.find((own) => own.id === id);
        if (!item || !field || field === 'presence' || kind === 'slip') continue;
        for (const { variant } of places) {
          const text = item.entries.find((entry) => entry.variant === variant)?.[field]?.plain;
          const shown = textsOf(`${kind}-${fingerprint}`);
          // A change is shown with its deleted words between the others.
          if (kind !== 'not-followed' || variant === places[0]?.variant)
            assert.ok(shown.includes(text ?? ''), `${code} ${kind}: ${text}`);
        }
      }
    }
    // The solution that the web page lost is next to the English one and its earlier edition.
    const lost = work('apig', 'solution', 'APIG.0201');
    assert.match(textsOf(lost), /Check whether the backend address/);
    assert.match(textsOf(lost), /检查API配置的后端地址是否可用/);
  });

  test('can be handed over as CSV: a line an item, with file and line', () => {
    for (const { catalog, work } of catalogs) {
      for (const locale of locales) {
        const path = `${locale}/${catalog.id}/worklist.csv`;
        const text = readBuilt(path);
        assert.equal(text[0], '\uFEFF');
        const [header = [], ...rows] = readCsv(text);
        assert.deepEqual(
          rows.map((row) => row.at(-2)),
          work.map(({ fingerprint }) => fingerprint),
        );
        assert.ok(rows.every((row) => row.length === header.length));
        assert.ok(
          rows.every((row) => row.some((cell) => /^content\/sources\/.*:\d+$/m.test(cell))),
        );
        const page = parsePage(`${locale}/${catalog.id}/worklist/index.html`);
        assert.ok(links(page).some((href) => href.endsWith(`/${path}`)));
      }
    }
  });

  test('every patch can be downloaded', () => {
    const offered = catalogs.flatMap(({ catalog, work }) =>
      work.flatMap(({ fingerprint, fix }) =>
        fix?.patch ? [[`${catalog.id}/worklist/${fingerprint}.patch`, fix.patch] as const] : [],
      ),
    );
    assert.ok(offered.length > 0);
    for (const [path, patch] of offered) {
      for (const locale of locales) {
        assert.equal(readBuilt(`${locale}/${path}`), patch);
      }
    }
    assert.equal(builtFiles('*/*/worklist/*.patch').length, offered.length * locales.length);
  });
});

describe('histories', () => {
  const feeds = builtFiles('*/*/history/*/atom.xml');

  test('each lineage has a page and a feed in each language', () => {
    const lineages = new Set(
      catalogs.flatMap(({ catalog }) =>
        catalog.variants.map(({ lineage }) => `${catalog.id}/history/${lineage}`),
      ),
    );
    assert.equal(feeds.length, lineages.size * locales.length);
    for (const feed of feeds)
      assert.ok(existsSync(join(distRoot, feed.replace('atom.xml', 'index.html'))));
  });

  test('feeds have what RFC 4287 asks for', () => {
    for (const path of feeds) {
      const source = readBuilt(path);
      assert.ok(source.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed '), path);
      const feed = parseXml(source);
      const of = (parent: Element, name: string) =>
        parent.children.filter(
          (child): child is Element => child.type === 'element' && child.tagName === name,
        );
      const one = (parent: Element, name: string) => {
        const found = of(parent, name);
        assert.equal(found.length, 1, `${path}: one ${name}`);
        return textOf(found[0] as Element);
      };
      const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
      assert.match(one(feed, 'id'), /^https:\/\//);
      assert.ok(one(feed, 'title').length > 0);
      assert.match(one(feed, 'updated'), moment);
      assert.ok(one(feed, 'author').length > 0);
      assert.ok(
        of(feed, 'link').some(({ properties }) => properties['rel']?.toString() === 'self'),
      );
      const entries = of(feed, 'entry');
      assert.ok(entries.length > 0);
      for (const entry of entries) {
        assert.match(one(entry, 'updated'), moment);
        assert.ok(one(entry, 'title').length > 0);
        assert.equal(of(entry, 'link').length, 1);
      }
      const ids = entries.map((entry) => one(entry, 'id'));
      assert.equal(new Set(ids).size, ids.length);
      const updated = entries.map((entry) => one(entry, 'updated'));
      assert.deepEqual(updated, updated.toSorted().reverse(), 'newest first');
    }
  });

  test('an undated document has the date on which it was seen', () => {
    const feed = readBuilt('en/apig/history/huaweicloud/atom.xml');
    assert.ok(feed.includes('<updated>2026-11-01T00:00:00Z</updated>'));
  });
});

test('every line of a document that anything links to is there', () => {
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (path: string) => {
    const known = anchors.get(path);
    if (known) return known;
    const ids = elementsOf(parsePage(path), ({ properties }) => properties['id'] !== undefined);
    const found = new Set(ids.map(({ properties }) => String(properties['id'])));
    anchors.set(path, found);
    return found;
  };
  const missing = new Set<string>();
  let count = 0;
  for (const path of builtFiles('{en,zh-cn}/**/*.html')) {
    const source = readBuilt(path);
    for (const [, page = '', line = ''] of source.matchAll(/href="?([^"#\s>]*)#(L\d+)/g)) {
      if (page.includes('://')) continue;
      const target = page === '' ? path : `${page.replace(/^\//, '')}index.html`;
      count += 1;
      if (!existsSync(join(distRoot, target)) || !anchorsOf(target).has(line))
        missing.add(`${target}#${line}`);
    }
  }
  assert.ok(count > 1000);
  assert.deepEqual([...missing], []);
});

/** The root of a small XML document, as elements: names in order, every end tag where it belongs. */
function parseXml(source: string): Element {
  const stack: Element[] = [{ type: 'element', tagName: '', properties: {}, children: [] }];
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  const decode = (text: string) =>
    text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? assert.fail(`&${name};`));
  for (const [token] of source.replace(/^<\?xml[^>]*\?>\n/, '').matchAll(/<[^>]+>|[^<]+/g)) {
    const parent = stack.at(-1) as Element;
    if (token.startsWith('</')) {
      assert.equal(stack.pop()?.tagName, token.slice(2, -1));
    } else if (token.startsWith('<')) {
      const [, tagName = '', rest = '', empty] =
        /^<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)(\/?)>$/.exec(token) ?? assert.fail(token);
      const properties = Object.fromEntries(
        [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
          key,
          decode(value),
        ]),
      );
      const element: Element = { type: 'element', tagName, properties, children: [] };
      parent.children.push(element);
      if (!empty) stack.push(element);
    } else parent.children.push({ type: 'text', value: decode(token) });
  }
  const [root] = stack;
  assert.equal(stack.length, 1, 'every element is closed');
  return (
    root?.children.find((child): child is Element => child.type === 'element') ??
    assert.fail('no root')
  );
}
