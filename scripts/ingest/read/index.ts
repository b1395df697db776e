/** The registry of readers: one a format. A new format is one file here and one line below. */

import type { Reader } from '../../../src/model/document.ts';
import type { Format } from '../../../src/model/registry.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readRst } from './rst/read-rst.ts';

const readers: Record<Format, Reader> = {
  rst: readRst,
  markdown: readMarkdown,
};

/**
 * Read a document of a registered format.
 *
 * @param text The document, decoded, line ends "\n".
 * @param file Its path, for findings.
 */
export function readDocument(text: string, file: string, format: Format) {
  return readers[format](text, file);
}
