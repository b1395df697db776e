import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { type Code, CodeSchema } from '../../../src/model/case.ts';
import type { VariantReport } from '../../../src/model/registry.ts';
import { fields, packCodes, unpackCodes } from '../../../src/offline/file/packed.ts';
import { renderFile } from '../../../src/offline/file/render-file.ts';
import { type Words, wordKeys } from '../../../src/offline/file/words.ts';
import { scanHtml } from '../../../src/security/scan-html.ts';
import { projectRoot } from '../../support/content.ts';
import { hostileTexts } from '../../support/hostile.ts';

const nameOf = ({ publisher, edition }: VariantReport) => `${publisher.en} ${edition.en}`;
const words = Object.fromEntries(wordKeys.map((key) => [key, key])) as Words;

describe('packing', () => {
  let catalogs: { id: string; title: { en: string; 'zh-CN': string }; variants: VariantReport[] }[];
  let codes: Code[];
  before(() => {
    const folder = join(projectRoot, 'src/content/codes');
    if (!existsSync(folder))
      spawnSync(process.execPath, ['scripts/ingest.ts'], { cwd: projectRoot });
    const read = (name: string) =>
      readdirSync(join(projectRoot, 'src/content', name))
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) =>
          JSON.parse(readFileSync(join(projectRoot, 'src/content', name, file), 'utf8')),
        );
    catalogs = read('variants');
    codes = read('codes').flatMap((file) =>
      file.codes.map((code: unknown) => CodeSchema.parse(code)),
    );
  });

  test('loses no word of any field, and no difference', () => {
    const unpacked = unpackCodes(packCodes(catalogs, codes, nameOf));
    assert.equal(unpacked.length, codes.length);
    for (const code of codes) {
      const same = unpacked.find(
        ({ catalog, slug }) => catalog === code.catalog && slug === code.slug,
      );
      assert.deepEqual(
        same?.cases.map((item) => [
          item.id,
          item.entries.map((entry) => [
            entry.variant,
            entry.place.line,
            ...fields.map(
              (field) =>
                entry[field] && [entry[field].plain, field !== 'httpStatus' && entry[field].lang],
            ),
            Object.entries(entry.extra).map(([heading, text]) => [heading, text.plain]),
          ]),
        ]),
        code.cases.map((item) => [
          item.id,
          item.entries.map((entry) => [
            entry.variant,
            entry.place.line,
            ...fields.map(
              (field) =>
                entry[field] && [entry[field].plain, field !== 'httpStatus' && entry[field].lang],
            ),
            Object.entries(entry.extra).map(([heading, text]) => [heading, text.plain]),
          ]),
        ]),
        code.code,
      );
      const told = same?.cases.flatMap(({ differences }) => differences) ?? [];
      const expected = code.cases.flatMap(({ id }) =>
        code.differences
          .filter((difference) => difference.case === id)
          .map(({ field, left, right, kind, severity, runs, onlyLeft, onlyRight }) => ({
            field,
            left,
            right,
            kind,
            severity,
            ...(runs ? { runs } : {}),
            ...(onlyLeft || onlyRight
              ? { onlyLeft: onlyLeft ?? [], onlyRight: onlyRight ?? [] }
              : {}),
          })),
      );
      assert.deepEqual(told, expected, code.code);
    }
  });
});

test('hostile texts stand in the file as data, and only its own program runs', async () => {
  const texts = [...hostileTexts, '</script><script>alert(1)</script>', '<!--<script>', '\u2028'];
  const title = { en: '</script><b>', 'zh-CN': '中文' };
  const packed = {
    texts,
    catalogs: [{ id: 'test', title, variants: [], codes: [] }],
  };
  const html = await renderFile(
    { site: 'https://x.example/"><script>', words: { en: words, 'zh-CN': words }, packed },
    [{ en: '<img src=x onerror=alert(1)>', zh: '<b>', licence: '<script>' }],
  );
  const { scripts, styles, eventHandlers } = scanHtml(html);
  assert.equal(scripts.length, 1);
  assert.equal(styles.length, 1);
  assert.deepEqual(eventHandlers, []);
  const data = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(html)?.[1];
  assert.deepEqual(JSON.parse(data ?? '').packed.texts, texts);
});
