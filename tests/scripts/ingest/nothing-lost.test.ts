/** Documents of which a part could be lost, or taken for a code: what is published, and what is reported. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { createHeadingLookup } from '../../../scripts/ingest/headings.ts';
import { readCuration } from '../../../scripts/ingest/load/curation.ts';
import { normaliseDocument } from '../../../scripts/ingest/normalise/index.ts';
import { splitLanguages } from '../../../scripts/ingest/normalise/languages.ts';
import { readDocument } from '../../../scripts/ingest/read/index.ts';
import type { Format } from '../../../src/model/format.ts';
import type { Variant } from '../../../src/model/registry.ts';
import { projectRoot } from '../../support/content.ts';
import { readFixture } from '../../support/project-of.ts';

const { headings } = readCuration(projectRoot);

interface Example {
  name: string;
  format: Format;
  /** The language of the variant; English if absent. */
  lang?: 'zh-CN';
  /** Whether a variant in the other language has the same source. */
  shared?: boolean;
  text: string;
  /** Line, code, message, description and solution of each entry. */
  entries: string[];
  /** Code, heading and text of what maps to no field; not compared if absent. */
  extra?: string[];
  /** Code and aliases of each entry that has some; not compared if absent. */
  aliases?: string[];
  /** Line and id of each finding, but how the document was read. */
  findings?: string[];
}
const examples: Example[] = parse(readFixture('nothing-lost.yaml'));

for (const example of examples) {
  const { name, format, lang = 'en', shared = false, text, entries, extra, aliases } = example;
  test(`${format}: ${name}`, () => {
    const variant = { id: 'x', lang, source: 'a', format } as Variant;
    const whole = readDocument(text, 'a', format, headings);
    const read = splitLanguages(whole, createHeadingLookup(headings), lang, shared, 'a');
    const document = normaliseDocument(read, variant, headings);
    assert.deepEqual(
      document.entries.map(({ place, code, message, description, solution }) =>
        [
          place.line,
          code,
          ...[message, description, solution].flatMap((one) => one?.plain || []),
        ].join(' | '),
      ),
      entries,
    );
    const others = document.entries.flatMap(({ code, extra: own }) =>
      Object.entries(own).map(([heading, { plain }]) => `${code} | ${heading} | ${plain}`),
    );
    if (extra) assert.deepEqual(others, extra);
    const names = document.entries.flatMap(({ code, aliases: own }) =>
      own ? [[code, ...own].join(' | ')] : [],
    );
    if (aliases) assert.deepEqual(names, aliases);
    assert.deepEqual(
      document.findings
        .filter(({ id }) => id !== 'shape-detected')
        .map(({ place, id }) => `${place.line} ${id}`),
      example.findings ?? [],
    );
  });
}
