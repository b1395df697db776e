/** Documents whose codes are not in a table: every code is read, and no other; counted by lines of the source. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { normaliseDocument } from '../../scripts/ingest/normalise/index.ts';
import { decodeDocument } from '../../scripts/ingest/read/decode.ts';
import { readDocument } from '../../scripts/ingest/read/index.ts';
import type { Variant } from '../../src/model/registry.ts';
import { corpusRoot, projectRoot } from '../support/content.ts';

const { headings } = readCuration(projectRoot);

function read(file: string) {
  const decoded = decodeDocument(readFileSync(join(corpusRoot, file)), file);
  assert.ok('text' in decoded, file);
  const lang = /[/.]zh[/.]/.test(file) ? 'zh-CN' : 'en';
  const variant = { id: 'x', lang, source: file, format: 'markdown' } as Variant;
  const document = normaliseDocument(
    readDocument(decoded.text, file, variant.format, headings),
    variant,
    headings,
  );
  return { text: decoded.text, document };
}

const filesIn = (folder: string) =>
  ['en', 'zh'].flatMap((lang) =>
    readdirSync(join(corpusRoot, folder, lang)).map((name) => `${folder}/${lang}/${name}`),
  );

/** The codes of a file by its lines alone. */
const counts: Record<string, (text: string) => string[]> = {
  // `## ERROR 4003 (42000): …`, or the same text underlined.
  oceanbase: (text) => {
    const paragraphs = text.split(/\n\s*\n/).map((part) => part.trim());
    return paragraphs
      .filter((part) => /^## /.test(part) || /\n-{4,}$/.test(part))
      .flatMap((part) => /^(?:## *)?(?:ERROR\s*)?([A-Z]+-\d+|\d{4,})/.exec(part)?.[1] ?? []);
  },
  opengauss: (text) =>
    [...text.matchAll(/^\s?\[?(GAUSS-\d+)\]?\s*[:：]/gm)].map(([, code = '']) => code),
};

for (const [folder, codesIn] of Object.entries(counts)) {
  for (const file of filesIn(folder)) {
    test(file, () => {
      const { text, document } = read(file);
      const expected = codesIn(text);
      assert.deepEqual(
        document.entries.map(({ code }) => code),
        expected,
      );
    });
  }
}

/** Every text that follows a label is under the code above it, and nowhere else. */
test('openGauss: each description and solution is under its own code', () => {
  for (const file of filesIn('opengauss')) {
    const { text, document } = read(file);
    const lines = text.split('\n');
    let code = '';
    for (const line of lines) {
      code = /^\s?\[?(GAUSS-\d+)\]?\s*[:：]/.exec(line)?.[1] ?? code;
      const [, said = ''] = /^(?:Description|错误原因)[:：]\s*([\p{L}\p{N}]+)/u.exec(line) ?? [];
      if (said === '') continue;
      const entries = document.entries.filter((entry) => entry.code === code);
      assert.ok(
        entries.some(({ description }) => description?.plain.startsWith(said)),
        `${file}: ${code} ${said}`,
      );
    }
  }
});

/** A cause is the meaning in both languages, and a remark is not: 说明, “Note”. */
test('OceanBase: each cause is the meaning of its own code, and nothing else is', () => {
  for (const file of filesIn('oceanbase')) {
    const { text, document } = read(file);
    const causes = [...text.matchAll(/^ *[*-]? *[*]{0,2}(?:Cause|错误原因) *[:：*]/gm)];
    const meanings = document.entries.filter(({ description }) => description?.plain);
    assert.equal(meanings.length, causes.length, file);
    for (const { code, headings: names } of meanings)
      assert.match(names['description'] ?? '', /^(?:Cause|错误原因)$/, `${file}: ${code}`);
  }
});

test('OceanBase: a code with numbered steps has its solution', () => {
  const { document } = read('oceanbase/zh/700.7000-7999-of-mysql-mode.md');
  for (const code of ['7411', '7414', '7416']) {
    const solution = document.entries.find((entry) => entry.code === code)?.solution?.plain ?? '';
    assert.equal(solution.split('\n').length, 2, code);
  }
});

test('OceanBase: both codes in one line are aliases', () => {
  for (const lang of ['en', 'zh']) {
    const { document } = read(`oceanbase/${lang}/300.ora-01000-to-ora-01499-of-oracle-mode.md`);
    const numbers = new Set(document.entries.flatMap(({ aliases = [] }) => aliases));
    for (const number of ['5979', '9685', '5857', '5978', '5220', '6226'])
      assert.ok(numbers.has(number), `${lang} ${number}`);
  }
});

test('TDSQL: a name and a number that are run together are no other code', () => {
  const { document } = read('tencent-tdsql/tencent-tdsql.en.md');
  assert.deepEqual(
    document.findings.filter(({ id }) => id === 'row-without-code').map(({ place }) => place.line),
    [110],
  );
  assert.equal(document.entries.filter(({ code }) => code === '704').length, 1);
});

test('IoTDB: one code a row of the table of status codes', () => {
  for (const name of readdirSync(join(corpusRoot, 'iotdb'))) {
    const { text, document } = read(`iotdb/${name}`);
    const rows = [...text.matchAll(/^\| *(\d{3,}) *\|/gm)].map(([, code = '']) => code);
    assert.deepEqual(
      document.entries.map(({ code }) => code),
      rows,
      name,
    );
  }
});
