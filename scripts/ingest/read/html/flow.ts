/** HTML nodes in document order: notes and tables. */
import type { Element, RootContent, Text } from 'hast';
import type { Table } from '../../../../src/model/document.ts';
import { isHttpStatus, isSureCode } from '../../code-words.ts';
import { type Notebook, type NoteKind, unfolding } from '../notes.ts';
import { flattenBlocks, plainText } from '../rich-text.ts';
import { type Held, readHtmlNodes } from './inline.ts';

type Role = Pick<Table, 'role'>;

const roleOf = ({ role }: HtmlFlow): Role => (role ? { role } : {});

/** Where the parts of an HTML text go. */
export interface HtmlFlow {
  notebook: Notebook;
  addTable: (table: Element, role: Role) => void;
  /** Lines of the document above the text. */
  offset: number;
  held: Held[];
  list: NoteKind['list'];
  /** Set within a definition, and within what unfolds below a line. */
  role?: 'definition';
  /** How many parts that unfold are around. */
  depth?: number;
  /** How many definitions are around. */
  definitions?: number;
}

const blocks = /^(?:p|h[1-6]|dl|dt|dd|details|summary|div|ul|ol|pre|hr|table)$/;

/** A code above the title of a card, with the spaces around it. */
const mostBeforeTitle = 8;

/** Add nodes to the notes and tables of a document; each block keeps its own line. */
export function readHtmlFlow(nodes: RootContent[], flow: HtmlFlow): void {
  const { depth = 0, definitions = 0 } = flow;
  let run: RootContent[] = [];
  const add = (of: RootContent[], kind: NoteKind = {}) => {
    const lineOf = (node: RootContent | undefined, end: 'start' | 'end') =>
      (node?.position?.[end].line ?? 1) + flow.offset;
    const lines = { start: lineOf(of[0], 'start'), end: lineOf(of.at(-1), 'end') };
    flow.notebook.add(readHtmlNodes(of, flow.held), lines, {
      list: flow.list,
      ...roleOf(flow),
      ...(definitions > 0 && { depth: definitions }),
      ...kind,
    });
  };
  const flush = () => {
    if (run.length > 0) add(run, { isParagraph: true });
    run = [];
  };
  for (const node of joinBadge(nodes)) {
    const name = node.type === 'element' ? node.tagName : '';
    if (node.type !== 'element' || !blocks.test(name)) {
      run.push(node);
      continue;
    }
    flush();
    if (name === 'hr') flow.notebook.addRule();
    else if (name === 'table') flow.addTable(node, roleOf(flow));
    else if (name === 'summary') add([node], { level: unfolding * depth });
    else if (name === 'details')
      readHtmlFlow(node.children, { ...flow, role: 'definition', depth: depth + 1 });
    else if (name.startsWith('h'))
      add([node], { level: unfolding * depth + Number(name.slice(1)) });
    else if (name === 'dt')
      add([node], {
        role: 'term',
        ...(definitions > 0 && { depth: definitions }),
        ...(isAboveDefinition(node, nodes) && { isDefined: true }),
      });
    else if (name === 'pre') {
      // HTML ignores a line feed behind <pre> (13.2.6.4.7).
      const textLine = (node.children[0]?.position?.start.line ?? 1) + flow.offset;
      add([node], { textLine });
    } else if (name === 'ul' || name === 'ol') add([node], { items: itemLines(node, flow.offset) });
    else if (name === 'dd')
      readHtmlFlow(node.children, { ...flow, role: 'definition', definitions: definitions + 1 });
    else if (
      node.children.some((child) => child.type === 'element' && blocks.test(child.tagName))
    ) {
      readHtmlFlow(node.children, flow);
      if (isSection(node)) flow.notebook.addRule();
    } else add([node], { isParagraph: true });
  }
  flush();
}

/** Whether a term is the last one above a definition. */
function isAboveDefinition(term: Element, nodes: RootContent[]): boolean {
  const below = nodes.slice(nodes.indexOf(term) + 1).find(({ type }) => type === 'element');
  return below?.type === 'element' && below.tagName === 'dd';
}

/** Whether an element has a title and more, or several paragraphs: what follows it is not below that title. */
function isSection({ children }: Element): boolean {
  const names = children.flatMap((child) => (child.type === 'element' ? [child.tagName] : []));
  const title = names.findIndex((name) => /^(?:h[1-6]|dl|summary)$/.test(name));
  const hasMore = title >= 0 && (names.length > title + 1 || names[title] === 'dl');
  return hasMore || names.filter((name) => name === 'p').length >= 3;
}

/** Returns the nodes of a card without the code or the status above its title, which has it now. */
function joinBadge(nodes: RootContent[]): RootContent[] {
  const [title, ...others] = nodes.filter(isTitle);
  const start = title ? nodes.indexOf(title) : 0;
  if (!title || start === 0 || start > mostBeforeTitle) return nodes;
  const badge = plainText(flattenBlocks(readHtmlNodes(nodes.slice(0, start)))).trim();
  const isAlone = !others.some(({ tagName }) => tagName === title.tagName);
  if (!isAlone || !isSureCode(badge)) return nodes;
  const children = isHttpStatus(badge)
    ? [...title.children, text(` (${badge})`)]
    : [text(`${badge} `), ...title.children];
  return [{ ...title, children }, ...nodes.slice(start + 1)];
}
const isTitle = (node: RootContent): node is Element =>
  node.type === 'element' && /^h[1-6]$/.test(node.tagName);
const text = (value: string): Text => ({ type: 'text', value });

/** The lines of the items of a list, each followed by those of the items within it. */
function itemLines(list: Element, offset: number): number[] {
  return list.children.flatMap((child) => {
    if (readHtmlNodes([child]).length === 0) return [];
    return [(child.position?.start.line ?? 1) + offset, ...linesWithin(child, offset)];
  });
}

function linesWithin(node: RootContent, offset: number): number[] {
  if (node.type !== 'element') return [];
  return node.children.flatMap((child) => {
    const isList = child.type === 'element' && /^[uo]l$/.test(child.tagName);
    return isList ? itemLines(child, offset) : linesWithin(child, offset);
  });
}
