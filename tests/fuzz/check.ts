/** What must hold for every document, whatever stands in it. */
import assert from 'node:assert/strict';
import { alignCatalog } from '../../scripts/ingest/align/index.ts';
import { compareCatalog } from '../../scripts/ingest/compare/index.ts';
import { readCuration } from '../../scripts/ingest/load/curation.ts';
import {
  type NormalisedDocument,
  normaliseDocument,
} from '../../scripts/ingest/normalise/index.ts';
import { decodeDocument } from '../../scripts/ingest/read/decode.ts';
import { readDocument } from '../../scripts/ingest/read/index.ts';
import { renderCodePage } from '../../scripts/ingest/write/code-page.ts';
import { createPageReader, type PageNode } from '../../src/data/code-page/read-page.ts';
import { type Code, CodeSchema } from '../../src/model/case.ts';
import type { ReadResult } from '../../src/model/document.ts';
import { type Block, BlockSchema, type Inline } from '../../src/model/text.ts';
import { slugOf } from '../../src/text/slug.ts';
import { projectRoot } from '../support/content.ts';
import { makeVariant } from '../support/make-code.ts';
import type { FuzzDocument } from './documents.ts';
import { assertPrototypesKept } from './prototypes.ts';

const { headings, glossary } = readCuration(projectRoot);

/** Decode, read and normalise one document. */
export function checkDocument(document: FuzzDocument, lang: 'en' | 'zh-CN' = 'en') {
  const { format } = document;
  const variant = makeVariant({ id: `fuzz-${lang.toLowerCase()}`, lang, format });
  const decoded = decodeDocument(new TextEncoder().encode(document.text), variant.source);
  if ('error' in decoded) return undefined;
  const read = readDocument(decoded.text, variant.source, format, headings);
  checkReading(read, decoded.text.split('\n').length);
  const normalised = normaliseDocument(read, variant, headings);
  assertPrototypesKept();
  return normalised;
}

/** Every cell and note has its line in the document; texts are what the model says. */
function checkReading({ tables, notes, findings }: ReadResult, last: number): void {
  const isLine = (line: number) => Number.isInteger(line) && line >= 1 && line <= last;
  for (const { line, header, rows } of tables) {
    assert.ok(isLine(line), `table at line ${line} of ${last}`);
    for (const row of [...header, ...rows]) {
      assert.ok(isLine(row.line), `row at line ${row.line} of ${last}`);
      for (const cell of row.cells) {
        assert.ok(isLine(cell.line), `cell at line ${cell.line} of ${last}`);
        for (const block of cell.blocks) checkBlock(block);
      }
    }
  }
  for (const { line, block } of notes) {
    assert.ok(isLine(line), `note at line ${line} of ${last}`);
    checkBlock(block);
  }
  for (const { place } of findings) {
    assert.ok(isLine(place.line), `finding at line ${place.line} of ${last}`);
  }
}

/** As the model says, and no link runs anything. */
function checkBlock(block: Block): void {
  BlockSchema.parse(block);
  if (block.type !== 'code') for (const child of block.children) checkInline(child);
}

function checkInline(node: Inline | Block | { type: 'listItem'; children: Block[] }): void {
  if (node.type === 'link') {
    assert.doesNotMatch(node.url.replace(/[\s\p{Cc}]/gu, ''), /^(javascript|data|vbscript):/i);
  }
  if ('children' in node) for (const child of node.children) checkInline(child);
}

/** Two documents through all stages: the pages hold nothing but text and the known markup. */
export function checkPages(left: FuzzDocument, right: FuzzDocument): number {
  const documents = [checkDocument(left, 'en'), checkDocument(right, 'zh-CN')].filter(
    (document): document is NormalisedDocument => document !== undefined,
  );
  const variants = documents.map(({ variant }) => variant);
  let pages = 0;
  const codes = alignCatalog(documents).map((code) => ({ catalog: 'test', ...code }));
  const { differencesOf } = compareCatalog({ id: 'test', variants }, codes, glossary);
  for (const { lost: _, retired: __, back: ___, ...aligned } of codes) {
    const differences = differencesOf(aligned.code);
    const whole: Code = { ...aligned, slug: slugOf(aligned.code), differences, defects: [] };
    CodeSchema.parse(whole);
    const lang = pages % 2 === 0 ? 'en' : 'zh-CN';
    const { nodes } = readPage(renderCodePage(whole, variants, lang), 'page.mdx');
    checkNodes(nodes);
    pages += 1;
  }
  assertPrototypesKept();
  return pages;
}

const readPage = createPageReader();

const known =
  /^<(\/?(p|em|strong|del|code|pre|ul|ol|li|h2)|br|h2 id="[^"<>]*"( lang="(en|zh-CN)")?|ol start="\d+"|a href="(https?:|mailto:)[^"<>]*"|\/a)>$/i;

function checkNodes(nodes: PageNode[]): void {
  for (const node of nodes) {
    if (typeof node !== 'string') checkNodes(node.children);
    else for (const [tag] of node.matchAll(/<[^>]*>?/g)) assert.match(tag, known);
  }
}
