/** An index of many codes is read line by line, and answers as the same index in memory. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileIndex } from '../../../src/lookup/file-index.ts';
import {
  LineFile,
  readCoreLines,
  readTextLines,
  renderCore,
  renderTexts,
} from '../../../src/lookup/index-lines.ts';
import { lookup } from '../../../src/lookup/lookup.ts';
import { index, readPasted } from '../../support/finding-texts.ts';

const fileOf = (json: string) => new LineFile(new TextEncoder().encode(json));

test('the files are JSON, and each code, text and case has its line', () => {
  for (const core of [
    index.core,
    { ...index.core, catalogs: [{ id: 'a', codes: [] }, ...index.core.catalogs] },
    { ...index.core, catalogs: [] },
  ]) {
    const json = renderCore(core);
    assert.deepEqual(JSON.parse(json), core);
    const file = fileOf(json);
    const { shared, catalogs } = readCoreLines(file);
    assert.deepEqual(shared, core.shared);
    assert.deepEqual(
      catalogs.map(({ id, from, to }) => ({
        id,
        codes: Array.from({ length: to - from }, (_, at) => file.parse(from + at)),
      })),
      core.catalogs,
    );
  }
  const json = renderTexts(index.texts);
  assert.deepEqual(JSON.parse(json), index.texts);
  const file = fileOf(json);
  const { firstString, firstCase, names } = readTextLines(file);
  assert.deepEqual(names, index.texts.names);
  assert.equal(file.parse(firstString + 3), index.texts.strings[3]);
  assert.deepEqual(file.parse(firstCase), index.texts.cases[0]);
  assert.deepEqual(file.parse(firstCase + 40), index.texts.cases[40]);
});

test('its answers are those of the whole index', () => {
  const large = FileIndex.of(index, 0);
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
  assert.deepEqual(large.catalogsOf('APIG.0201'), ['apig']);
});

test('of equal codes, those of the catalog that the reader comes from come first', () => {
  const [first, other] = ['apig', 'jdcloud-apigateway'].map(
    (catalog) => lookup('404', index, 'en', catalog)[0]?.catalog,
  );
  assert.notEqual(first, other);
});
