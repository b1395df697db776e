/**
 * Fixture folders: tests/fixtures/<stage>/<case>/ holds an input and what the stage must make of it.
 * UPDATE_FIXTURES=1 writes the expected files anew; review them in git.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { alignCases } from '../scripts/ingest/align/cases.ts';
import { identifyCases, nothingRecorded } from '../scripts/ingest/align/identity.ts';
import { readCuration } from '../scripts/ingest/load/curation.ts';
import { normaliseDocument } from '../scripts/ingest/normalise/index.ts';
import { readDocument } from '../scripts/ingest/read/index.ts';
import type { Entry } from '../src/model/entry.ts';
import type { Variant } from '../src/model/registry.ts';
import type { Text } from '../src/model/text.ts';
import { projectRoot } from './support/content.ts';

const fixtures = join(projectRoot, 'tests', 'fixtures');
const { headings } = readCuration(projectRoot);

const stages: Record<string, { input: RegExp; make: (text: string, file: string) => unknown }> = {
  normalise: { input: /^document\./, make: normalise },
  align: { input: /^rows\.yaml$/, make: align },
};

for (const [stage, { input, make }] of Object.entries(stages)) {
  for (const name of readdirSync(join(fixtures, stage)).sort()) {
    test(`${stage}: ${name}`, () => {
      const folder = join(fixtures, stage, name);
      const file = readdirSync(folder).find((one) => input.test(one)) ?? '';
      const text = readFileSync(join(folder, file), 'utf8');
      const made = `${JSON.stringify(make(text, file), null, 1)}\n`;
      const expected = join(folder, 'expected.json');
      if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(expected, made);
      assert.ok(
        existsSync(expected),
        `${expected} is not there: run with UPDATE_FIXTURES=1 and read it`,
      );
      assert.equal(made, readFileSync(expected, 'utf8'));
    });
  }
}

/** A document as entries, one line a row, and findings as `line id`. */
function normalise(text: string, file: string): unknown {
  const lang = /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
  const format = { md: 'markdown', rst: 'rst', html: 'html' }[file.split('.').at(-1) ?? ''];
  const variant = { id: 'x', lang, source: file, format } as Variant;
  const document = normaliseDocument(
    readDocument(text, file, variant.format, headings),
    variant,
    headings,
  );
  return {
    entries: document.entries.map(
      ({ code, aliases, table, httpStatus, message, description, solution, extra, place }) => ({
        line: place.line,
        code,
        ...(aliases ? { aliases } : {}),
        ...(table ? { table } : {}),
        ...plainOf({ httpStatus, message, description, solution }),
        ...(Object.keys(extra).length > 0 ? { extra: plainOf(extra) } : {}),
      }),
    ),
    findings: document.findings.map(({ place, id }) => `${place.line} ${id}`),
    unplaced: document.unplaced.map(({ place, cells }) => [
      place.line,
      ...cells.map(({ plain }) => plain),
    ]),
    notes: document.notes.length,
  };
}

function plainOf(texts: Record<string, Text | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text ? [[name, text.plain]] : [])),
  );
}

/** Rows `variant: [status, message, description?, other columns?]` as cases of row names, and why. */
function align(text: string): unknown {
  const input = parse(text) as {
    rows: Record<string, [string?, (string | null)?, string?, Record<string, string>?][]>;
    decisions?: { rows: string[]; decision: 'same' | 'different' }[];
    recorded?: Record<string, string[]>;
    /** English stem → its Chinese translation. */
    lexicon?: Record<string, string>;
  };
  const entries = Object.entries(input.rows).flatMap(([variant, rows]) =>
    rows.map(([status = '', message, description, other = {}], index): Entry => {
      const lang = variant.startsWith('zh') ? 'zh-CN' : 'en';
      const of = (plain: string | undefined, own: 'en' | 'zh-CN' = lang) =>
        plain === undefined ? undefined : { lang: own, plain };
      return {
        variant,
        code: 'A.0001',
        httpStatus: { lang, plain: String(status) },
        ...(message ? { message: of(message, 'en') as Text } : {}),
        ...(description === undefined ? {} : { description: of(description) as Text }),
        extra: Object.fromEntries(
          Object.entries(other).map(([heading, plain]) => [heading, { lang, plain }]),
        ),
        headings: {},
        place: { file: `${variant}.md`, line: index + 1 },
      };
    }),
  );
  const lexicon = new Map(
    Object.entries(input.lexicon ?? {}).map(([word, chinese]) => [
      word,
      { rarity: 4, chinese: new Map([[chinese, 0.8]]) },
    ]),
  );
  const { cases, lost } = identifyCases(alignCases(entries, input.decisions, lexicon), {
    ...nothingRecorded,
    cases: input.recorded ?? {},
  });
  return {
    cases: cases.map(({ id, anchors, match, because, entries: members }) => ({
      id,
      aliases: anchors.slice(1),
      match,
      because,
      rows: members.map(({ variant, place }) => `${variant}:${place.line}`),
    })),
    lost: lost.map(({ anchor }) => anchor),
  };
}
