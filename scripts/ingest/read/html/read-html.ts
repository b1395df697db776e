/** HTML pages → tables and notes. */

import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Reader } from '../../../../src/model/document.ts';
import { isSureCode } from '../../code-words.ts';
import { finding } from '../../findings.ts';
import { withLimits } from '../limits.ts';
import { openNotebook } from '../notes.ts';
import { reportHidden } from '../report-hidden.ts';
import { readHtmlFlow } from './flow.ts';
import type { OnHidden } from './hidden.ts';
import { parseHtml } from './inline.ts';
import { findLooseRows, type LooseRow } from './loose-rows.ts';
import { writeRoles } from './roles.ts';
import { writeStyles } from './styles.ts';
import { readHtmlTable } from './table.ts';

const parser = unified().use(rehypeParse);
const parse = (html: string): Root => parser.parse(html);
/** What a browser does not show, or what is about the site and not about the document. */
const skipped = new Set('head script style template noscript nav svg iframe'.split(' '));
/** Those that may hold texts of the document. */
const hiding = new Set('template noscript svg iframe nav'.split(' '));

/**
 * Returns the tables and the notes of an HTML page: its `<main>` if there is one, else its body.
 *
 * @param text The page, decoded, line ends "\n".
 * @param file Its path, for findings.
 * @example readHtml('<h1>Codes</h1><dl><dt>E.1</dt><dd>Gone</dd></dl>', 'a.html').notes.length // => 3
 */
export const readHtmlPage: Reader = withLimits((text, file) => {
  const notebook = openNotebook();
  const hidden = new Set<number>();
  const onHidden = (line: number) => hidden.add(line);
  const page = writeStyles(writeRoles(text, parse), parse);
  const { html, rows, outside } = selectContent(page, onHidden);
  readHtmlFlow(parseHtml(html, 1, onHidden).children, {
    notebook,
    addTable: (element, role) => {
      const table = readHtmlTable(element, { offset: 0, held: [] });
      if (table.header.length + table.rows.length > 0) notebook.addTable({ ...table, ...role });
    },
    offset: 0,
    held: [],
    list: undefined,
  });
  const odd = rows.map((row) =>
    finding('markup-odd', { file, line: row.line }, `a row outside of a table: “${row.text}”`),
  );
  const unread = outside.flatMap(({ tagName, position }) => {
    const { start, end } = position ?? {};
    const inside = page.slice(start?.offset, end?.offset);
    const line = start?.line ?? 1;
    const words = inside
      .slice(0, 2000)
      .replace(/<[^>]*>|\s+/g, ' ')
      .trim();
    if (/^(?:table|dl)$/.test(tagName) || isSureCode(words.split(/[\s:：]/, 1)[0] ?? '')) {
      return [finding('part-unread', { file, line }, words.slice(0, 80))];
    }
    if (/^h[1-6]$/.test(tagName) || isText(inside, 'nav')) hidden.add(line);
    return [];
  });
  const findings = [...reportHidden(file, hidden), ...odd, ...unread];
  return { ...notebook.collect(), findings };
});

/** Blanks everything but the content of a page; lines stay where they are. */
function selectContent(
  text: string,
  onHidden: OnHidden,
): { html: string; rows: LooseRow[]; outside: Element[] } {
  const root = parse(text);
  const mains = findElements(root, ({ tagName }) => tagName === 'main');
  const bodies = findElements(root, ({ tagName }) => tagName === 'body');
  const content = (mains.length === 1 ? mains[0] : bodies[0]) ?? root;
  const start = spanOf(content.children[0])?.start ?? 0;
  const end = spanOf(content.children.at(-1))?.end ?? text.length;
  let html = blank(text.slice(0, start)) + text.slice(start, end);
  for (const element of findElements(content, ({ tagName }) => skipped.has(tagName))) {
    const span = spanOf(element);
    if (!span) continue;
    const inside = html.slice(span.start, span.end);
    if (hiding.has(element.tagName) && isText(inside, element.tagName))
      onHidden(element.position?.start.line ?? 1);
    html =
      html.slice(0, span.start) + blank(html.slice(span.start, span.end)) + html.slice(span.end);
  }
  const rows = findLooseRows(html);
  for (const table of findLayouts(content)) {
    const span = spanOf(table);
    if (!span) continue;
    const tags = html.slice(span.start, span.end).replace(/^<table[^>]*>|<\/table\s*>$/gi, blank);
    html = html.slice(0, span.start) + tags + html.slice(span.end);
  }
  const outside = bodies[0] && bodies[0] !== content ? findOutside(bodies[0], content) : [];
  return { html: html.replace(/<\/?(?:html|body|main)\b[^>]*>/gi, blank), rows, outside };
}

/** Whether elements that are left out have text: of a menu, more than links and a few words. */
function isText(html: string, name: string): boolean {
  const text = (name === 'nav' ? html.replace(/<a\b.*?<\/a\s*>/gis, ' ') : html)
    .replace(/<(?:title|desc)\b.*?<\/|<[^>]*>/gs, ' ')
    .trim();
  return name === 'nav'
    ? text.split(/\s+/).length > 3 || /\p{Script=Han}{6}/u.test(text)
    : /[\p{L}\p{N}]/u.test(text);
}

/** Returns the parts with text beside the content of a page. */
function findOutside(node: Element, content: Element | Root): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element' || child === content || /^(?:script|style)$/.test(child.tagName))
      return [];
    const hasText = child.children.some((one) => one.type === 'text' && one.value.trim() !== '');
    const isAround = () => findElements(child, (one) => one === content).length > 0;
    if (textual.test(child.tagName) || (hasText && !isAround())) return [child];
    return findOutside(child, content);
  });
}
/** A part of a page with text; of a menu, the whole counts. */
const textual = /^(?:table|dl|p|h[1-6]|ul|ol|pre|blockquote|nav)$/;

const own = new Set('caption colgroup thead tbody tfoot tr'.split(' '));
const partsOf = (node: Element): Element[] =>
  node.children.flatMap((child) =>
    child.type === 'element' ? [child, ...(own.has(child.tagName) ? partsOf(child) : [])] : [],
  );

/** Returns the tables that only arrange a page: without headings, around tables with headings. */
function findLayouts(node: Root | Element): Element[] {
  return findElements(node, ({ tagName }) => tagName === 'table').flatMap((table) => {
    const hasHeading = partsOf(table).some(({ tagName }) => /^(?:th|thead|caption)$/.test(tagName));
    const holdsTable = findElements(table, ({ tagName }) => tagName === 'table').some(
      (inner) => findElements(inner, ({ tagName }) => tagName === 'th').length > 0,
    );
    return !hasHeading && holdsTable ? [table, ...findLayouts(table)] : [];
  });
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

function spanOf(node: Nodes | undefined): { start: number; end: number } | undefined {
  const start = node?.position?.start.offset;
  const end = node?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Returns the outermost elements that a test accepts. */
function findElements(node: Root | Element, test: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return test(child) ? [child] : findElements(child, test);
  });
}
