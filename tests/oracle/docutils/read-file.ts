import { readFileSync } from 'node:fs';
import { readRst } from '../../../scripts/ingest/read/rst/read-rst.ts';

/** What the RST reader returns for a file. */
export function readRstFile(path: string) {
  const text = readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  return readRst(text, path);
}
