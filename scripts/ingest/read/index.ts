/** The registry of readers: one a format. A new format is one folder here and one line below. */

import type { ReadResult } from '../../../src/model/document.ts';
import type { Format } from '../../../src/model/format.ts';
import type { Shape } from '../../../src/model/registry.ts';
import { finding } from '../findings.ts';
import { createHeadingLookup, type HeadingLookup, type Headings } from '../headings.ts';
import { readC } from './c/read-c.ts';
import { readJson, readToml, readYaml } from './data/read-data.ts';
import { readHtmlPage } from './html/read-html.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { plainText } from './rich-text.ts';
import { readRst } from './rst/read-rst.ts';
import { recogniseShape } from './shapes/index.ts';

type ReaderWithHeadings = (text: string, file: string, lookUp: HeadingLookup) => ReadResult;

const readers: Record<Format, ReaderWithHeadings> = {
  rst: readRst,
  markdown: readMarkdown,
  html: readHtmlPage,
  json: readJson,
  yaml: readYaml,
  toml: readToml,
  c: readC,
};

/** Formats whose readers make rows of codes themselves: their keys name the values. */
const dataFormats: Format[] = ['json', 'yaml', 'toml', 'c'];

/**
 * Returns the tables of codes, the notes and the findings of a document.
 *
 * @param text The document, decoded, line ends "\n".
 * @param file Its path, for findings.
 * @param headings What headings and labels stand for.
 * @param shape How the codes are arranged; detected if absent.
 */
export function readDocument(
  text: string,
  file: string,
  format: Format,
  headings: Headings,
  shape?: Shape,
): ReadResult {
  const lookUp = createHeadingLookup(headings);
  const read = readers[format](text, file, lookUp);
  if (dataFormats.includes(format)) return read;
  const unread = read.notes.flatMap(({ block, line }) => {
    const table =
      block.type === 'code'
        ? tableInCode.exec(block.value)?.[0]
        : block.type === 'paragraph' && headerInText(plainText(block.children));
    return table ? [finding('part-unread', { file, line }, table.trim().slice(0, 80))] : [];
  });
  const whole = { ...read, findings: [...read.findings, ...unread] };
  return recogniseShape(whole, file, lookUp, shape);
}

/**
 * The first line of a table in a block of code: HTML, pipes above a line of dashes, a grid, or codes in
 * lines of columns.
 */
const tableInCode =
  /^.*<table[\s>].*$|^.*\|.*(?=\n\s*\|?\s*:?-{3,}:?\s*\|)|^\s*\+(?:[-=]{3,}\+){2,}|^[ \t]*(?:\d{2,}|[A-Z]+[_-]?\d+)[ \t]{2,}\S.*(?=\n(?:[ \t]{3,}.*\n)?[ \t]*(?:\d{2,}|[A-Z]+[_-]?\d+)[ \t]{2,}\S)/m;

/** What is above the line of dashes of a pipe table within a text; "" if there is none. */
const headerInText = (text: string): string =>
  text.slice(0, text.search(/\|\s*:?-{3,}:?\s*\|/) + 1).replace(/\|\s+\|$/, '|');
