import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/model/finding.ts';
import { supportedFormats, unsupportedFormat } from '../../src/model/format.ts';
import type { Catalog, Variant, VariantReport } from '../../src/model/registry.ts';
import { finding } from './findings.ts';
import { createHeadingLookup, type Headings, mergeHeadings } from './headings.ts';
import { type Curation, itemsOf } from './load/curation.ts';
import { extensionOf, findSourceFiles, pageNames } from './load/source-files.ts';
import { type NormalisedDocument, normaliseDocument } from './normalise/index.ts';
import { splitLanguages } from './normalise/languages.ts';
import { settleRepeats } from './normalise/repeats.ts';
import { decodeDocument } from './read/decode.ts';
import { readDocument } from './read/index.ts';

/** One variant as entries, with the files it was read from. */
export interface ReadVariant extends Omit<NormalisedDocument, 'needlessCodes' | 'origins'> {
  files: VariantReport['files'];
  /** Rows whose code an editor named although the cell gives the same one. */
  needlessNames: { line: number; page?: string | undefined }[];
}

/**
 * Reads and normalises all files of a variant. What is fatal to a file becomes a finding.
 *
 * A file without codes is fatal to a document of one file; among several it is a note.
 */
export function readVariant(
  root: string,
  catalog: Pick<Catalog, 'id' | 'variants' | 'headings'>,
  variant: Variant,
  { headings, namedCodes }: Pick<Curation, 'headings' | 'namedCodes'>,
): ReadVariant {
  const { files, ignored } = findSourceFiles(root, variant);
  const pages = pageNames(files);
  const isShared = catalog.variants.some(
    ({ source, lang }) => source === variant.source && lang !== variant.lang,
  );
  const common = mergeHeadings(headings, catalog.headings);
  const named = itemsOf(namedCodes, catalog.id).filter((item) => item.variant === variant.id);
  const documents = files.map((file) => {
    const page = pages.get(file);
    const own = named.filter((item) => item.page === page);
    const codes = new Map(own.map(({ line, code }) => [line, code]));
    return withPage(readFile(root, file, variant, { headings: common, codes, isShared }), page);
  });
  if (documents.length > 1) settleRepeats(documents);
  const hasCodes = documents.some(({ entries }) => entries.length > 0);
  const document: ReadVariant = {
    variant,
    files: files.map((path) => {
      const page = pages.get(path);
      return { path, ...(page === undefined ? {} : { page }) };
    }),
    entries: documents.flatMap(({ entries }) => entries),
    rows: documents.reduce((sum, { rows }) => sum + rows, 0),
    captions: documents.flatMap(({ captions }) => captions),
    notes: documents.flatMap(({ notes }) => notes),
    unplaced: documents.flatMap(({ unplaced }) => unplaced),
    needlessNames: documents.flatMap(({ needlessCodes }, index) =>
      needlessCodes.map((line) => ({ line, page: pages.get(files[index] ?? '') })),
    ),
    findings: documents.flatMap(({ findings }) =>
      findings.map((item) => (hasCodes ? asNote(item) : item)),
    ),
  };
  const [first] = ignored;
  if (first !== undefined) {
    const names = ignored.map((file) => file.slice(variant.source.length).replace(/^\//, ''));
    document.findings.push(
      finding(
        'files-ignored',
        { file: first, line: 1 },
        ignored.length,
        names.slice(0, 5).join(', '),
      ),
    );
  }
  return document;
}

/** Findings that a file without codes has. They are fatal only if no other file has codes. */
const withoutCodes = ['no-table', 'no-code-column', 'empty-document'];

function asNote(item: Finding): Finding {
  if (!withoutCodes.includes(item.id)) return item;
  return finding('file-without-codes', item.place, item.message);
}

function readFile(
  root: string,
  file: string,
  variant: Variant,
  {
    headings,
    codes,
    isShared,
  }: { headings: Headings; codes: ReadonlyMap<number, string>; isShared: boolean },
): NormalisedDocument {
  const own = { ...variant, source: file };
  const failed = (problem: Finding): NormalisedDocument => ({
    ...normaliseDocument({ tables: [], notes: [], findings: [] }, own, headings),
    findings: [problem],
  });
  const place = { file, line: 1 };
  const unsupported = unsupportedFormat(extensionOf(file));
  if (unsupported)
    return failed(finding('format-unsupported', place, unsupported, supportedFormats));
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(root, file));
  } catch (error) {
    return failed(
      finding('unreadable', place, error instanceof Error ? error.message : String(error)),
    );
  }
  const decoded = decodeDocument(bytes, file);
  if ('error' in decoded) return failed(decoded.error);
  const merged = mergeHeadings(headings, variant.headings);
  const read = readDocument(decoded.text, file, variant.format, merged, variant.shape);
  const refused = read.findings.find(({ level }) => level === 'error');
  if (refused) return failed(refused);
  const split = splitLanguages(read, createHeadingLookup(merged), variant.lang, isShared, file);
  const document = normaliseDocument(split, own, headings, codes);
  document.findings.unshift(...decoded.findings);
  document.findings.sort((a, b) => a.place.line - b.place.line);
  return document;
}

/** Adds the page of its file to every place. */
function withPage(document: NormalisedDocument, page: string | undefined): NormalisedDocument {
  if (page === undefined) return document;
  const { entries, unplaced, findings } = document;
  for (const item of [...entries, ...unplaced, ...findings]) item.place = { ...item.place, page };
  return document;
}
