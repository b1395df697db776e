/** The strings of the interface. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../../src/content/i18n/en.json' with { type: 'json' };
import zh from '../../src/content/i18n/zh-CN.json' with { type: 'json' };
import { ui } from '../../src/i18n.ts';

const placeholdersOf = (text = '') => [...new Set(text.match(/\{+\w+\}+/g))].sort();

const stemOf = (key: string) => key.replace(/_(one|other|none)$/, '');

test('both languages have the same strings, and placeholders that get a value', () => {
  const keysByStem = Map.groupBy(Object.entries(en), ([key]) => stemOf(key));
  const stems = new Set(Object.keys(zh).map(stemOf));
  assert.deepEqual([...stems].sort(), [...keysByStem.keys()].sort());
  for (const [key, text] of Object.entries(zh)) {
    const known = (keysByStem.get(stemOf(key)) ?? []).flatMap(([, own]) => placeholdersOf(own));
    for (const name of placeholdersOf(text)) assert.ok(known.includes(name), `${key}: ${name}`);
    for (const name of known) assert.match(name, /^\{\{\w+\}\}$/, key);
  }
});

test('a placeholder is filled in, and one without a value is an error', () => {
  assert.equal(ui('en')('case.line', { line: 3 }), 'line 3');
  assert.equal(ui('en')('catalog.codes', { count: 1 }), '1 code');
  assert.throws(() => ui('en')('case.line'), /There is no value for \{\{line\}\} in “line /);
});
