/** What is carried along while one Markdown document is read. */
import type { Definition } from 'mdast';
import { type FindingId, finding } from '../findings.ts';
import type { Finding, Table } from '../model.ts';
import type { MarkdownContext } from './inline-markdown.ts';
import { type Notebook, openNotebook } from './markdown-notes.ts';

export interface Reading {
  file: string;
  lines: string[];
  tables: Table[];
  findings: Finding[];
  notebook: Notebook;
  definitions: Map<string, Definition>;
}

/** Begin to read a document. */
export function openReading(text: string, file: string): Reading {
  return {
    file,
    // U+0001 holds Markdown inside HTML (inline-html.ts); a document must not be able to say it.
    lines: text.replaceAll('\u0001', '\uFFFD').split('\n'),
    tables: [],
    findings: [],
    notebook: openNotebook(),
    definitions: new Map(),
  };
}

/** Note that something is wrong at a line. */
export function report(
  reading: Reading,
  id: FindingId,
  line: number,
  ...facts: (string | number)[]
): void {
  reading.findings.push(finding(id, { file: reading.file, line }, ...facts));
}

/** Say once a line that markup is odd there. */
export function reportOdd(reading: Reading, what: string, line: number): void {
  const same = reading.findings.some((each) => each.place.line === line && each.message === what);
  if (!same) report(reading, 'markup-odd', line, what);
}

/** How nodes are read whose first line is line `offset + 1` of the document. */
export function contextAt(reading: Reading, offset: number): MarkdownContext {
  return {
    definitions: reading.definitions,
    onDeep: (line) =>
      reportOdd(
        reading,
        'markup is nested too deep here; its text is kept without it',
        line + offset,
      ),
  };
}
