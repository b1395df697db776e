/** The state of reading one Markdown document. */
import type { Definition } from 'mdast';
import type { Finding } from '../../../../src/model/finding.ts';
import { type FindingId, finding } from '../../findings.ts';
import { type Notebook, type NoteKind, openNotebook, unfolding } from '../notes.ts';
import { listEnds, openContainers } from './containers.ts';
import { type DashedTable, findDashedTables } from './dashed-tables.ts';
import { blankHiddenParts } from './hidden-parts.ts';
import type { MarkdownContext } from './inline.ts';
import { removeTags } from './templates.ts';

export interface Reading {
  file: string;
  lines: string[];
  /** Tables without bars, which are blank in the lines. */
  dashed: DashedTable[];
  findings: Finding[];
  notebook: Notebook;
  /** Link definitions by identifier, and the identifiers that are referred to. */
  definitions: Map<string, Definition>;
  used: Set<string>;
  /** Lines of comments and hidden elements, which are left out. */
  hidden: Set<number>;
  /** Lines before which a part of the page ends. */
  ends: Set<number>;
  /** How many parts that unfold are open. */
  depth: number;
  /** The elements of lists of definitions that are open: `dl`, `dt`, `dd`. */
  openLists: string[];
}

/** Returns the state before a document is read. */
export function openReading(text: string, file: string): Reading {
  const visible = blankHiddenParts(text);
  const { lines, unknown } = removeTags(visible.text.split('\n'));
  const dashed = findDashedTables(lines);
  for (const { start, end } of dashed) lines.fill('', start, end);
  const findings = unknown.map(({ line, what }) => finding('markup-odd', { file, line }, what));
  return {
    file,
    lines: openContainers(lines),
    dashed,
    findings,
    notebook: openNotebook(),
    definitions: new Map(),
    used: new Set(),
    hidden: new Set(visible.lines),
    ends: listEnds(lines),
    depth: 0,
    openLists: [],
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

/**
 * Returns the kind of a note, which may be in a part that unfolds: its headings are below the title of that part; or in
 * a list of definitions whose HTML is around Markdown.
 */
export function within({ depth, openLists }: Reading, kind: NoteKind): NoteKind {
  if (depth > 0) {
    const level = kind.level === undefined ? {} : { level: unfolding * depth + kind.level };
    return { ...kind, role: 'definition', ...level };
  }
  const around = openLists.filter((name) => name === 'dd').length;
  if (openLists.at(-1) === 'dt')
    return { ...kind, role: 'term', ...(around > 0 && { depth: around }) };
  return around > 0 ? { ...kind, role: 'definition' } : kind;
}
