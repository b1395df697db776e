/** Each rule of comparison by its examples: tests/fixtures/compare/RULE.yaml, for and against. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  compareTranslation,
  createDictionary,
  GlossarySchema,
  rateChange,
} from '../../../../scripts/ingest/compare/index.ts';
import { diffWords } from '../../../../scripts/ingest/compare/word-diff.ts';
import { KindSchema, SeveritySchema } from '../../../../src/model/difference.ts';
import { FieldSchema } from '../../../../src/model/entry.ts';
import { ruleIds } from '../../../../src/model/terms.ts';
import { projectRoot } from '../../../support/content.ts';

const folder = join(projectRoot, 'tests/fixtures/compare');
const readYaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const glossary = GlossarySchema.parse(readYaml(join(folder, 'glossary.yaml')));
/** The terms of the glossary are the dictionary: examples do not depend on what the lexicon has learned. */
const vocabulary = { glossary, dictionary: createDictionary(new Map(), glossary) };

/** `from` names the row that a text was taken from; the other examples are made up. */
const ChangeSchema = z.strictObject({
  from: z.string().optional(),
  field: FieldSchema,
  before: z.string(),
  after: z.string(),
  severity: SeveritySchema,
});
/** What is found between an English and a Chinese text: kind, severity, only left, only right. */
const TranslationSchema = z.strictObject({
  from: z.string().optional(),
  field: FieldSchema.default('description'),
  en: z.string(),
  zh: z.string(),
  found: z
    .array(z.tuple([KindSchema, SeveritySchema, z.array(z.string()), z.array(z.string())]))
    .default([]),
});
const ExamplesSchema = z.array(z.union([ChangeSchema, TranslationSchema]));

for (const rule of ruleIds) {
  describe(rule, () => {
    for (const example of ExamplesSchema.parse(readYaml(join(folder, `${rule}.yaml`)))) {
      if ('before' in example) {
        const { from, field, before, after, severity } = example;
        test(`${severity}: ${from ?? 'made up'} ${field}: ${before} → ${after}`, () => {
          assert.deepEqual(pick(rateChange(before, after, field, vocabulary)), { severity, rule });
          assert.deepEqual(pick(rateChange(after, before, field, vocabulary)), { severity, rule });
          const runs = diffWords(before, after);
          const side = (without: '-' | '+') =>
            runs.map(([sort, text]) => (sort === without ? '' : text)).join('');
          assert.deepEqual([side('+'), side('-')], [before, after]);
        });
      } else {
        const { from, field, en, zh, found } = example;
        test(`${found.map(([kind]) => kind).join() || 'nothing'}: ${from ?? 'made up'}: ${en} | ${zh}`, () => {
          const differences = compareTranslation(en, zh, field, vocabulary);
          assert.deepEqual(
            differences.map(({ kind, severity, onlyLeft = [], onlyRight = [] }) => [
              kind,
              severity,
              onlyLeft,
              onlyRight,
            ]),
            found,
          );
        });
      }
    }
  });
}

const pick = (change: ReturnType<typeof rateChange>) =>
  change && { severity: change.severity, rule: change.rule };

test('each rule has examples and a section in the guide of both languages, and nothing else does', () => {
  const files = readdirSync(folder).filter((name) => name !== 'glossary.yaml');
  assert.deepEqual(files.sort(), ruleIds.map((id) => `${id}.yaml`).sort());
  for (const locale of ['en', 'zh-cn']) {
    const guide = readFileSync(
      join(projectRoot, `src/content/docs/${locale}/guides/comparing.md`),
      'utf8',
    );
    const described = [...guide.matchAll(/^`([a-z-]+)`[:：]/gmu)].map(([, id]) => id);
    assert.deepEqual(described, [...new Set(described)]);
    assert.deepEqual(described.sort(), [...ruleIds].sort(), locale);
    for (const id of ruleIds) {
      const heading = `## ${id.replaceAll('-', ' ')}`;
      const isAnchor = guide.includes(`<span id="${id}">`) || guide.toLowerCase().includes(heading);
      assert.ok(isAnchor, `${locale}: ${id}`);
    }
  }
});
