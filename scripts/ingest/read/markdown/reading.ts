/** The state of reading one Markdown document. */
import type { Definition } from 'mdast';
import type { Finding } from '../../../../src/model/finding.ts';
import { type FindingId, finding } from '../../findings.ts';
import { type Notebook, openNotebook } from '../notes.ts';
import { openContainers } from './containers.ts';
import { blankHiddenParts } from './hidden-parts.ts';
import type { MarkdownContext } from './inline.ts';

export interface Reading {
  file: string;
  lines: string[];
  findings: Finding[];
  notebook: Notebook;
  /** Link definitions by identifier, and the identifiers that are referred to. */
  definitions: Map<string, Definition>;
  used: Set<string>;
  /** Lines of comments and hidden elements, which are left out. */
  hidden: Set<number>;
}

/** Returns the state before a document is read. */
export function openReading(text: string, file: string): Reading {
  const visible = blankHiddenParts(text);
  return {
    file,
    lines: openContainers(visible.text.split('\n')),
    findings: [],
    notebook: openNotebook(),
    definitions: new Map(),
    used: new Set(),
    hidden: new Set(visible.lines),
  };
}

/** Adds a finding about a line. */
export function report(
  reading: Reading,
  id: FindingId,
  line: number,
  ...facts: (string | number)[]
): void {
  reading.findings.push(finding(id, { file: reading.file, line }, ...facts));
}

/** The context of nodes whose first line is line `offset + 1` of the document. */
export const contextAt = (
  { definitions, hidden, lines }: Reading,
  offset: number,
): MarkdownContext => ({
  definitions,
  lines,
  offset,
  onHidden: (line) => hidden.add(line),
});
