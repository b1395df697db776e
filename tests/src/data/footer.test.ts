import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderChangelog } from '../../../src/data/changelog.ts';
import { newestDate } from '../../../src/data/dates.ts';
import { listFooterGroups } from '../../../src/data/footer.ts';

const address = (...parts: (string | undefined)[]) => `/base/${parts.filter(Boolean).join('/')}/`;

test('the footer has three groups, in the language of the page', () => {
  const groups = listFooterGroups({ links: [] }, { locale: 'zh-cn', report: undefined }, address);
  assert.deepEqual(
    groups.map(({ title, links }) => [title, links.length]),
    [
      ['错误码', 3],
      ['帮助', 3],
      ['关于', 4],
    ],
  );
  const links = groups.flatMap((group) => group.links);
  assert.ok(links.every(({ href, external }) => href.startsWith('/base/zh-cn/') && !external));
});

test('the last group ends with the report and the links of the settings', () => {
  const label = { en: 'Forum', 'zh-CN': '论坛' };
  const links = [{ label, url: 'https://example.com/' }];
  const page = { locale: 'en', report: 'https://example.com/new' };
  assert.deepEqual(listFooterGroups({ links }, page, address).at(-1)?.links.slice(-2), [
    { href: 'https://example.com/new', label: 'Report a mistake', external: true },
    { href: 'https://example.com/', label: 'Forum', external: true },
  ]);
});

test('the data is as old as its newest document', () => {
  const dates = [{ revision: '2024-12-12', seen: '2026-01' }, { seen: '2025-03' }, {}];
  assert.equal(newestDate(dates), '2025-03');
  assert.equal(newestDate([]), undefined);
});

test('the changelog is rendered without its title, and its texts stay texts', () => {
  assert.equal(
    renderChangelog('# Changelog\n\n## 1.0\n\n- `a` <b>\n'),
    '<h2>1.0</h2>\n<ul>\n<li><code>a</code> </li>\n</ul>',
  );
});
