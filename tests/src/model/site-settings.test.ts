import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import {
  defaultAccent,
  describeStanding,
  paper,
  reportAddress,
} from '../../../src/model/site-settings.ts';
import { projectRoot } from '../../support/content.ts';
import { listFiles } from '../../support/list-files.ts';

const publisher = { name: { en: 'Acme', 'zh-CN': '艾克米' } };

test('an official site names its publisher, and is never called unofficial', () => {
  const official = { official: true, publisher };
  assert.match(describeStanding(official, 'en'), /^Published by Acme\./);
  assert.match(describeStanding(official, 'zh-CN'), /^本站由艾克米发布/);
  assert.doesNotMatch(describeStanding(official, 'en'), /unofficial/i);
  assert.match(describeStanding({ official: false, publisher }, 'en'), /^Unofficial\./);
});

test('the address for reports gets the code and the permalink, encoded', () => {
  const report = 'mailto:a@example.com?subject={{code}}&body={{url}}';
  const page = { code: 'A&B 1', url: 'https://x.example/c/A/?b=1' };
  assert.equal(
    reportAddress({ report }, page),
    'mailto:a@example.com?subject=A%26B%201&body=https%3A%2F%2Fx.example%2Fc%2FA%2F%3Fb%3D1',
  );
  assert.equal(reportAddress({}, page), undefined);
});

test('the colours are those of the style sheets', () => {
  for (const file of ['tokens.css', 'choice.css']) {
    const css = readFileSync(join(projectRoot, 'src/styles', file), 'utf8');
    assert.ok(css.includes(`--paper: light-dark(${paper.light}, ${paper.dark})`), file);
    assert.ok(
      css.includes(`--accent: light-dark(${defaultAccent.light}, ${defaultAccent.dark})`),
      file,
    );
  }
});

test('what content/site.yaml decides is written nowhere else', () => {
  const { name } = parse(readFileSync(join(projectRoot, 'content/site.yaml'), 'utf8'));
  const words = ['nofficial', '非官方', name.en, name['zh-CN']];
  // The module has the sentences of both kinds of sites, and the name as an example.
  const files = listFiles().filter(
    (path) =>
      /^(src|scripts|public|astro\.config)/.test(path) && path !== 'src/model/site-settings.ts',
  );
  assert.ok(files.includes('astro.config.mjs') && files.length > 100);
  const found = files.flatMap((path) => {
    const text = readFileSync(join(projectRoot, path), 'utf8');
    return words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
  });
  assert.deepEqual(found, []);
});
