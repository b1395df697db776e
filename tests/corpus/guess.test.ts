/** Guesses about documents whose catalog, language and predecessor are known; each is left out once. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { guessFormat, guessLang } from '../../scripts/guess/guess-document.ts';
import { guessEdition, placeInLineage } from '../../scripts/guess/guess-edition.ts';
import { guessCatalog, guessLineage, type KnownDocument } from '../../scripts/guess/guess-place.ts';
import { guessTitle } from '../../scripts/guess/guess-title.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import { readRegistry } from '../../scripts/ingest/load/registry.ts';
import { findSourceFiles } from '../../scripts/ingest/load/source-files.ts';
import { readVariant } from '../../scripts/ingest/read-variant.ts';
import type { Variant } from '../../src/model/registry.ts';
import { corpusRoot, projectRoot } from '../support/content.ts';

const curation = readCuration(projectRoot);

/** Folders of the corpus that hold documents of one API. */
const sameApi: Record<string, string> = {
  'modelarts-second': 'modelarts',
  'tencent-apigateway/http-status.en.md': 'tencent-apigateway-http',
};

/** Documents of a lineage whose names do not show it. */
const sameLineage: Record<string, string> = {
  'tencent-apigateway/http-status.en.md': 'tencent-apigateway-http',
  'modelarts-second/modelarts-second.en.rst': 'otc',
  ...Object.fromEntries(
    ['placeholder-rows-no-header', 'blank-codes', 'extra-cells'].map((name) => [
      `jdcloud-apigateway/damaged/${name}.zh.md`,
      'jdcloud',
    ]),
  ),
};

interface Truth extends KnownDocument {
  file: string;
  text: string;
}

function truthOf(root: string, file: string, about: Partial<Variant> & { catalog: string }): Truth {
  const { catalog, ...rest } = about;
  const format = guessFormat(file) ?? 'markdown';
  const name = (rest.id ?? file).split('/').at(-1) ?? '';
  const edition = { en: name, 'zh-CN': name };
  const variant = { id: file, lang: 'en', edition, format, source: file, ...rest } as Variant;
  const files = findSourceFiles(root, variant).files;
  const text = files.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
  const { entries } = readVariant(root, { id: catalog, variants: [variant] }, variant, curation);
  return { catalog, variant, entries, file, text };
}

/** The documents of the corpus and of content/, with what is true of them. */
function readTruth(): Truth[] {
  const index = readFileSync(join(corpusRoot, 'INDEX.tsv'), 'utf8').trimEnd().split('\n').slice(1);
  const files = new Map(
    index.map((line) => {
      const [file = '', , , , , lang] = line.split('\t');
      return [/^.*\/(?:en|zh)(?=\/)/.exec(file)?.[0] ?? file, lang];
    }),
  );
  const corpus = [...files].map(([file, lang]) => {
    const [folder = '', ...rest] = file.split('/');
    const name = rest.join('/').replace(/\.(en|zh)\.\w+$/, '');
    const publisher = sameLineage[file] ?? name.replace(/(?:-|^)(?:20\d\d.*|\d+\.\d+|latest)$/, '');
    const { revision } = guessEdition(file);
    return truthOf(corpusRoot, file, {
      catalog: sameApi[file] ?? sameApi[folder] ?? folder,
      lang: lang === 'zh' ? 'zh-CN' : 'en',
      lineage: `${publisher} ${lang}`,
      edition: { en: name, 'zh-CN': name },
      ...(revision ? { revision } : {}),
    });
  });
  const ours = readRegistry(projectRoot).flatMap(({ id, variants }) =>
    variants.map((variant) =>
      truthOf(projectRoot, variant.source, {
        ...variant,
        catalog: id,
        lineage: `${variant.lineage} ${variant.lang === 'en' ? 'en' : 'zh'}`,
      }),
    ),
  );
  return [...corpus, ...ours];
}

/** Editions of a lineage, oldest first. */
const order = ({ variant }: Truth) => variant.revision ?? variant.seen ?? variant.edition.en;
const lineageOf = (all: Truth[], { catalog, variant }: Truth) =>
  all
    .filter((other) => other.catalog === catalog && other.variant.lineage === variant.lineage)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));

test('format, language, catalog and predecessor of at least 95 % of the documents are guessed', () => {
  const all = readTruth();
  const wrong: string[] = [];
  const silent: string[] = [];
  let asked = 0;
  const count: Record<string, [right: number, of: number][]> = {};
  for (const [at, document] of all.entries()) {
    const { variant, entries, file, text, catalog } = document;
    const others = all.filter((other) => other !== document);
    const check = (what: string, guessed: unknown, truth: unknown, isAsked = false) => {
      const halves = count[what] ?? [
        [0, 0],
        [0, 0],
      ];
      count[what] = halves;
      const half = halves[at % 2] as [number, number];
      half[1] += 1;
      if (guessed === truth) {
        half[0] += 1;
        if (isAsked) asked += 1;
        return;
      }
      if (!isAsked && (what === 'catalog' || what === 'predecessor'))
        silent.push(`${file}: ${what}`);
      wrong.push(`${at % 2 ? 'second' : 'first'} half, ${file}: ${what} ${guessed}, not ${truth}`);
    };
    check(
      'format',
      guessFormat(
        findSourceFiles(file.startsWith('content') ? projectRoot : corpusRoot, variant).files[0] ??
          '',
      ),
      variant.format,
    );
    check('language', guessLang(text), variant.lang);
    const siblings = others.filter((other) => other.catalog === catalog);
    const place = guessCatalog(entries, variant.lang, others);
    check('catalog', place?.value, siblings.length > 0 ? catalog : undefined, place?.isDoubtful);
    const sameLang = siblings.filter((other) => other.variant.lang === variant.lang);
    const lineage = lineageOf(all, document);
    const guessedLineage = guessLineage(entries, sameLang)?.value;
    check('lineage', guessedLineage, lineage.length > 1 ? variant.lineage : undefined);
    // Nothing tells which of these editions is older.
    if (!/^(jdcloud|modelarts|tencent-apigateway)/.test(file)) {
      const rest = lineageOf(sameLang, {
        ...document,
        variant: { ...variant, lineage: guessedLineage ?? '' },
      });
      const earlier = lineage.filter((other) => order(other) < order(document));
      const edition = file.startsWith('content') ? variant : guessEdition(file);
      const { before, isSure } = placeInLineage(
        edition,
        rest.map((other) => other.variant),
      );
      check('predecessor', before?.id, earlier.at(-1)?.variant.id, !isSure);
    }
    if (/\.(md|rst)$/.test(file)) check('title', typeof guessTitle(text, variant.format), 'string');
  }
  const figures = Object.entries(count).map(([what, halves]) => {
    const [first, second] = halves.map(([right, of]) => `${right} of ${of}`);
    return `${what}: ${first} tuned, ${second} held out`;
  });
  console.log(figures.join('\n'));
  console.log(`${asked} right guesses are asked about\n${wrong.join('\n')}`);
  assert.deepEqual(silent, [], 'nothing wrong is written without a question');
  for (const what of ['format', 'language', 'catalog', 'predecessor']) {
    const halves = count[what] ?? [];
    const [right, of] = [0, 1].map((at) => halves.reduce((sum, half) => sum + (half[at] ?? 0), 0));
    assert.ok((right ?? 0) >= 0.95 * (of ?? 1), `${what}: ${right} of ${of}\n${wrong.join('\n')}`);
  }
});
