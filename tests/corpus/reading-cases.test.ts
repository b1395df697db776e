/**
 * The cases of shared/cases/reading, from the registry to the pages: each gives the answer of its
 * note, transcribed by hand. A catalog is a case, or one document of a case with several.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { runIngest } from '../../scripts/ingest/run.ts';
import type { Code } from '../../src/model/case.ts';
import type { Format } from '../../src/model/format.ts';
import type { Lang } from '../../src/model/lang.ts';
import type { VariantReport } from '../../src/model/registry.ts';
import { corpusRoot, emptyContent, type TestDocument, writeCatalogs } from '../support/content.ts';

const casesRoot = join(corpusRoot, '..', 'cases', 'reading');

interface Expected {
  codes: string;
  texts?: string[];
  findings?: string[];
  differences?: string[];
}

const expected: Record<string, Expected> = parse(
  readFileSync(new URL('reading-cases.yaml', import.meta.url), 'utf8'),
);

const formats: Record<string, Format> = {
  md: 'markdown',
  rst: 'rst',
  html: 'html',
  json: 'json',
  toml: 'toml',
  def: 'c',
};

/** Builds a project of the given cases: one catalog each, its documents the files of the case. */
function ingestCases(names: string[]) {
  const root = emptyContent('cases');
  const catalogs = names.map((name) => {
    const [folder = '', one = ''] = name.split('/');
    const id = name.replaceAll('/', '-').toLowerCase();
    const files = readdirSync(join(casesRoot, folder))
      .filter((file) => (one === '' ? file.startsWith('input') : file.startsWith(`${one}.`)))
      .sort();
    const documents = files.flatMap((file): TestDocument[] => {
      const isBilingual = ['bilingual-in-one-table', 'json-catalog'].includes(folder);
      const languages: Lang[] = isBilingual
        ? ['en', 'zh-CN']
        : [/\.zh\./.test(file) ? 'zh-CN' : 'en'];
      return languages.map((lang) => ({
        id: lang.toLowerCase(),
        lang,
        lineage: lang.toLowerCase(),
        format: formats[file.split('.').at(-1) ?? ''] ?? 'markdown',
        source: `content/sources/${id}/${file}`,
        text: readFileSync(join(casesRoot, folder, file)),
      }));
    });
    return { id, title: { en: name, 'zh-CN': name }, documents };
  });
  writeCatalogs(root, catalogs);
  return { root, ...runIngest(root, {}) };
}

test('unsupported formats are named', () => {
  const { exitCode, report } = ingestCases(['asciidoc', 'dita']);
  assert.equal(exitCode, 1);
  for (const format of ['AsciiDoc', 'DITA'])
    assert.match(report, new RegExp(`format not supported: ${format}`));
});

const { root, exitCode, report } = ingestCases(Object.keys(expected));

test('every case has an expectation, and all are ingested', () => {
  const folders = Object.keys(expected).map((name) => name.split('/')[0]);
  assert.deepEqual(
    [...new Set([...folders, 'asciidoc', 'dita'])].sort(),
    readdirSync(casesRoot).sort(),
  );
  assert.equal(exitCode, 0, report);
});

for (const [name, { codes: list, texts = [], findings = [], differences = [] }] of Object.entries(
  expected,
)) {
  test(name, () => {
    const id = name.replaceAll('/', '-').toLowerCase();
    const load = (folder: string) =>
      JSON.parse(readFileSync(join(root, 'src/content', folder, `${id}.json`), 'utf8'));
    const { codes } = load('codes') as { codes: Code[] };
    const { variants } = load('variants') as { variants: VariantReport[] };
    const shown = codes.map(({ code, cases }) => {
      const aliases = new Set(
        cases.flatMap(({ entries }) => entries.flatMap((entry) => entry.aliases ?? [])),
      );
      const names = [...aliases].join(',');
      return `${code.replaceAll(' ', '+')}${names ? `=${names}` : ''}${cases.length === 1 ? '' : `(${cases.length})`}`;
    });
    assert.deepEqual(shown, list.split(' ').filter(Boolean));
    const ids = variants.flatMap((variant) => variant.findings.map((finding) => finding.id));
    assert.deepEqual(ids.sort(), findings.toSorted());
    const found = codes.flatMap(({ code, differences }) =>
      differences.map(({ field, severity }) => `${code} ${field} ${severity}`),
    );
    assert.deepEqual(found, differences);
    for (const text of texts) {
      const [, lang, spelled = '', field = '', plain] =
        /^(\S+) (\S+) (.+?): (.*)$/s.exec(text) ?? [];
      const code = codes.find((one) => one.code === spelled.replaceAll('+', ' '));
      const entry = code?.cases
        .flatMap(({ entries }) => entries)
        .find(({ variant }) => variant === lang?.toLowerCase());
      const value = entry?.[field as 'message'] ?? entry?.extra[field];
      assert.equal(value?.plain, plain, text);
      // The page shows descriptions and solutions.
      if (!['description', 'solution'].includes(field)) continue;
      for (const locale of ['en', 'zh-cn']) {
        const page = readFileSync(
          join(root, 'src/content/docs', locale, id, `${code?.slug}.mdx`),
          'utf8',
        );
        assert.ok(
          page.replace(/[\\`]/g, '').includes(plain?.split('\n')[0]?.replace(/\.$/, '') ?? ''),
          `${text} in ${locale}`,
        );
      }
    }
  });
}
