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
