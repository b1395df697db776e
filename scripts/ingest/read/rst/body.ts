/**
 * The body of an RST document → its tables, and all other text as notes.
 */
import type { RstDirective, RstNode, RstTable } from 'rst-compiler';
import type { Note, Table } from '../../../../src/model/document.ts';
import type { Inline } from '../../../../src/model/text.ts';
import { argumentOf, convertBlock, convertBlocks } from './blocks.ts';
import type { RstNames } from './names.ts';
import { convertTable, lineOf } from './table.ts';

/**
 * Convert the body of a document.
 *
 * @param names What the document defines.
 * @returns Tables and notes, each in the order of the document.
 */
export function convertBody(
  nodes: readonly RstNode[],
  names: RstNames,
): { tables: Table[]; notes: Note[] } {
  const tables: Table[] = [];
  const notes: Note[] = [];
  const takeTable = (node: RstTable) => {
    tables.push(convertTable(node, (cell) => convertBlocks(cell, { names })));
  };
  const walk = (node: RstNode): void => {
    const parts = partsOf(node);
    if (!parts) {
      const blocks = convertBlock(node, { names, takeTable });
      notes.push(...blocks.map((block) => ({ line: lineOf(node), block })));
      return;
    }
    const before = tables.length;
    const caption = argumentOf(node, names);
    const at = notes.length;
    parts.forEach(walk);
    const table = tables[before];
    if (caption.length > 0 && table && isTableDirective(node)) table.caption = caption;
    else if (caption.length > 0) notes.splice(at, 0, paragraphNote(node, caption));
  };
  nodes.forEach(walk);
  return { tables, notes };
}

/** The nodes inside a directive or a quote; undefined for a block that is one note. */
function partsOf(node: RstNode): readonly RstNode[] | undefined {
  if (node.nodeType === 'Blockquote') return node.children;
  if (node.nodeType !== 'Directive') return undefined;
  const { initContent, children, rawBodyText } = node as RstDirective;
  if (rawBodyText !== '') return undefined;
  return [...initContent.filter((child) => child.nodeType !== 'Paragraph'), ...children];
}

function isTableDirective(node: RstNode): boolean {
  return node.nodeType === 'Directive' && /table$/.test((node as RstDirective).directive);
}

function paragraphNote(node: RstNode, children: Inline[]): Note {
  return { line: lineOf(node), block: { type: 'paragraph', children } };
}
