/** Prints how many table rows the RST reader finds in a file: `node read-rows.ts FILE`. */
import { readFileSync } from 'node:fs';
import { readRst } from '../ingest/read/rst/read-rst.ts';

const [file = ''] = process.argv.slice(2);
const { tables } = readRst(readFileSync(file, 'utf8'), file);
console.log(tables.reduce((sum, { header, rows }) => sum + header.length + rows.length, 0));
