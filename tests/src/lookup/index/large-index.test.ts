/** An index that is read line by line, and one of which only a part is prepared, answer as the same index in memory. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf, type LookupIndex } from '../../../../src/lookup/index/index-format.ts';
import {
  LineFile,
  readLines,
  renderCore,
  renderTexts,
} from '../../../../src/lookup/index/index-lines.ts';
import { FileIndex } from '../../../../src/lookup/index/large-index.ts';
import { lookup } from '../../../../src/lookup/lookup.ts';
import { index, readPasted } from '../../../support/finding-texts.ts';

const fileOf = (json: string) => new LineFile(new TextEncoder().encode(json));
const read = ({ core, texts }: LookupIndex) =>
  readLines(fileOf(renderCore(core)), texts && fileOf(renderTexts(texts)));

test('the files are JSON, and each code, text and case has its line', () => {
  const noTexts = { ...index.texts, strings: [], cases: [] };
  const indexes: LookupIndex[] = [
    index,
    { core: index.core },
    { ...index, texts: noTexts },
    { core: { ...index.core, catalogs: [{ id: 'a', codes: [] }, ...index.core.catalogs] } },
    { core: { ...index.core, catalogs: [] } },
  ];
  for (const own of indexes) {
    assert.deepEqual(JSON.parse(renderCore(own.core)), own.core);
    const [found, expected] = [read(own), contentOf(own)];
    assert.deepEqual([found.shared, found.catalogs], [expected.shared, expected.catalogs]);
    for (const [catalog, { count }] of expected.catalogs.entries())
      for (let at = 0; at < count; at += 1)
        assert.deepEqual(found.codeAt(catalog, at), expected.codeAt(catalog, at));
    if (!own.texts) continue;
    assert.deepEqual(JSON.parse(renderTexts(own.texts)), own.texts);
    for (const [item, positions] of own.texts.cases.entries())
      assert.deepEqual(found.texts?.caseAt(item), positions);
    for (const [at, text] of own.texts.strings.entries())
      assert.equal(found.texts?.stringAt(at), text);
    assert.deepEqual(found.texts?.names, own.texts.names);
  }
});

test('its answers are those of the whole index', () => {
  const large = new FileIndex(read(index), 0);
  const texts = [
    ...readPasted().map(({ paste }) => paste),
    '404',
    'APIG.02',
    '后端超时',
    'domain name is not bound',
    'nothing known at all',
  ];
  const brief = (text: string, from: Parameters<typeof lookup>[1]) =>
    lookup(text, from, 'en')
      .filter(({ match }, at) => match !== 'guess' || at === 0)
      .map(({ catalog, code, case: id, match, shows }) => ({ catalog, code, id, match, shows }));
  for (const text of texts) assert.deepEqual(brief(text, large), brief(text, index), text);
  assert.deepEqual(
    lookup('404', large, 'en').map(({ code }) => code),
    lookup('404', index, 'en').map(({ code }) => code),
  );
  assert.equal(large.codeOf('apig', 'APIG.0201')?.[0], 'APIG.0201');
  assert.equal(large.codeOf('apig', 'APIG.0'), undefined);
});

test('of equal codes, those of the catalog that the reader comes from come first', () => {
  const [first, other] = ['apig', 'jdcloud-apigateway'].map(
    (catalog) => lookup('404', index, 'en', catalog)[0]?.catalog,
  );
  assert.notEqual(first, other);
});
