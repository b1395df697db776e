/** Every code of the corpus is found as people write it: alone, in a body, in a log, in a question. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { alignCatalog } from '../../scripts/ingest/align/index.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { normaliseDocument } from '../../scripts/ingest/normalise/index.ts';
import { decodeDocument } from '../../scripts/ingest/read/decode.ts';
import { readDocument } from '../../scripts/ingest/read/index.ts';
import { buildLookupIndex } from '../../src/lookup/index/build-index.ts';
import { lookup } from '../../src/lookup/lookup.ts';
import { corpusRoot, projectRoot } from '../support/content.ts';
import { makeCode, makeVariant } from '../support/make-code.ts';

const { headings } = readCuration(projectRoot);

/** Ways to write a code, and the least share of codes that come first and are no guess. */
const texts: [least: number, write: (code: string) => string][] = [
  [0.98, (code) => code],
  [0.98, (code) => `{"requestId":"8f3a-77","error":{"code":"${code}"}}`],
  [
    0.7,
    (code) => `2024-05-06 11:22:33,123 ERROR [worker-3] Client - failed, code: ${code}, giving up`,
  ],
  [0.7, (code) => `调用接口一直失败，错误码：${code}，请问怎么处理？`],
  [0.7, (code) => `ERROR call failed: ${code}`],
];

/** The documents of each folder: one of each language. */
const files = readFileSync(join(corpusRoot, 'INDEX.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t')[0] ?? '')
  .filter((file) => /\.(?:rst|md)$/.test(file) && !file.includes('damaged'));
const folders = Map.groupBy(files, (file) => file.slice(0, file.indexOf('/')));

/** Returns codes of the documents of a folder, at most about sixty. */
function readCodes(folder: string, all: readonly string[]) {
  const chosen = ['.en.', '.zh.'].flatMap((lang) => all.find((file) => file.includes(lang)) ?? []);
  const documents = chosen.map((file) => {
    const decoded = decodeDocument(readFileSync(join(corpusRoot, file)), file);
    assert.ok('text' in decoded, file);
    const lang = file.includes('.zh.') ? ('zh-CN' as const) : ('en' as const);
    const format = file.endsWith('.rst') ? ('rst' as const) : ('markdown' as const);
    const variant = makeVariant({ id: file.replaceAll(/\W+/g, '-'), lang, format, source: file });
    return normaliseDocument(readDocument(decoded.text, file, format, headings), variant, headings);
  });
  const codes = alignCatalog(documents).map(({ code, cases }) => ({
    ...makeCode(folder, code),
    cases,
  }));
  return codes.filter((_, at) => at % Math.ceil(codes.length / 60) === 0);
}

describe('codes of the corpus', () => {
  for (const [folder, all] of folders) {
    const codes = readCodes(folder, all);
    if (codes.length === 0) continue;
    test(folder, () => {
      const index = buildLookupIndex(codes, [{ id: folder }]);
      for (const [least, write] of texts) {
        const missed = codes.filter(({ code }) => {
          const [first] = lookup(write(code), index, 'en');
          return first?.code !== code || first.match === 'guess';
        });
        assert.ok(
          missed.length <= (1 - least) * codes.length,
          `${write('…')}: ${missed.map(({ code }) => code).join(' ')}`,
        );
      }
    });
  }
});
