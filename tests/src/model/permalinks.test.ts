import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type Permalinks,
  PermalinksFileSchema,
  renderPermalinks,
} from '../../../src/model/permalinks.ts';
import { temporaryFolder } from '../../support/content.ts';

const base: Permalinks = {
  pages: ['', 'en/', 'zh-cn/'],
  short: { 'A.1': 'a', 'A.2': 'a' },
  catalogs: {
    a: {
      variants: ['new', 'old'],
      codes: {
        'A.1': { slug: 'a-1', short: 'A.1', cases: { 'b-first': ['other'], 'a-second': [] } },
        'A.2': { slug: 'a-2', former: ['a2'], short: 'A.2', aliases: ['12'], cases: {} },
      },
    },
  },
};
const read = (text: string) => PermalinksFileSchema.parse(JSON.parse(text));
/** The record with something more in it. */
function extended(change: (record: Permalinks) => void): Permalinks {
  const next = structuredClone(base);
  change(next);
  return next;
}
const code = { slug: 'x', short: 'X', cases: { gone: ['lost'] } };
const additions: Record<string, (record: Permalinks) => void> = {
  'a page': ({ pages }) => pages.push('en/about/'),
  'a last page': ({ pages }) => pages.push('zzz/'),
  'a document': ({ catalogs }) => catalogs['a']?.variants.push('newest'),
  'a first code': ({ catalogs }) => Object.assign(catalogs['a']?.codes ?? {}, { 'A.0': code }),
  'a last code': ({ catalogs }) => Object.assign(catalogs['a']?.codes ?? {}, { Z: code }),
  'a case': ({ catalogs }) => Object.assign(catalogs['a']?.codes['A.2']?.cases ?? {}, { gone: [] }),
  'an anchor': ({ catalogs }) => catalogs['a']?.codes['A.1']?.cases['b-first']?.push('third'),
  'a catalog': ({ catalogs }) =>
    Object.assign(catalogs, { z: { variants: ['one'], codes: { Z: code } } }),
  'a short link': ({ short }) => Object.assign(short, { Z: 'a' }),
};

test('the file is read as it was written, and in its older form', () => {
  assert.deepEqual(read(renderPermalinks(base)), base);
  assert.deepEqual(read(JSON.stringify(base)), base);
  const order = Object.keys(read(renderPermalinks(base)).catalogs['a']?.codes['A.1']?.cases ?? {});
  assert.deepEqual(order, ['b-first', 'a-second'], 'cases stay in the order they were issued');
});

for (const [name, add] of Object.entries(additions)) {
  test(`${name} adds lines and changes none`, () => {
    const before = new Set(renderPermalinks(base).split('\n'));
    const after = new Set(renderPermalinks(extended(add)).split('\n'));
    assert.ok(after.size > before.size);
    assert.deepEqual([...before.difference(after)], []);
  });
}

test('git merges what two branches issued', () => {
  const folder = temporaryFolder('merge');
  const all = Object.values(additions);
  const issuedBy = (side: number) =>
    extended((record) => {
      for (const add of all.filter((_, at) => at % 2 === side)) add(record);
    });
  const sides = [base, issuedBy(0), issuedBy(1)];
  const files = ['base', 'ours', 'theirs'].map((name, at) => {
    writeFileSync(join(folder, name), renderPermalinks(sides[at] ?? base));
    return join(folder, name);
  });
  const [ancestor = '', ours = '', theirs = ''] = files;
  const merged = execFileSync('git', ['merge-file', '--union', '-p', ours, ancestor, theirs], {
    encoding: 'utf8',
  });
  const whole = extended((record) => {
    for (const add of all) add(record);
  });
  assert.equal(renderPermalinks(read(merged)), renderPermalinks(whole));
});

test('a line that is there twice counts once, whatever it is', () => {
  const lines = renderPermalinks(base).split('\n').slice(0, -2);
  const twice = [...lines, ...lines.slice(1)].join('\n').replaceAll(/\n\[/g, '\n,[');
  assert.deepEqual(read(`${twice}]`), base);
});
